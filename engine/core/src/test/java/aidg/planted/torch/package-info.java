/// Violations for the rules to find: tensors and static state.
@NullMarked
package aidg.planted.torch;

import org.jspecify.annotations.NullMarked;
