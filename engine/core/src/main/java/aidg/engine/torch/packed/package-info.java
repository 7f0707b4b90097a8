/// The scorer's arithmetic for serving on a CPU: weights repacked once, merchants folded once, and then a few
/// products a deal, without PyTorch. Read `PackedScorer` and `TokenPass` first.
@NullMarked
package aidg.engine.torch.packed;

import org.jspecify.annotations.NullMarked;
