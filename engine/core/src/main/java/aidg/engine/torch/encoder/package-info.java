/// The merchant encoder on PyTorch, one class per branch. Read `MerchantEncoder` first.
@NullMarked
package aidg.engine.torch.encoder;

import org.jspecify.annotations.NullMarked;
