@NullMarked
package aidg.engine.torch.encoder;

import org.jspecify.annotations.NullMarked;
