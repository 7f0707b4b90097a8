/// GraphSAGE on PyTorch: layers, training, embedding. Read `GraphNetwork` and `GraphEncoder` first.
@NullMarked
package aidg.engine.torch.graph;

import org.jspecify.annotations.NullMarked;
