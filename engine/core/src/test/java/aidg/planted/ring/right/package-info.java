/// Violations for the rules to find: the other half of a cycle.
@NullMarked
package aidg.planted.ring.right;

import org.jspecify.annotations.NullMarked;
