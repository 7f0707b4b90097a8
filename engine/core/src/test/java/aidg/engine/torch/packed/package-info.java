@NullMarked
package aidg.engine.torch.packed;

import org.jspecify.annotations.NullMarked;
