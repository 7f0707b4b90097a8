/// Everything that touches DJL and PyTorch; records in, records out. Read `TorchScorer` first.
@NullMarked
package aidg.engine.torch;

import org.jspecify.annotations.NullMarked;
