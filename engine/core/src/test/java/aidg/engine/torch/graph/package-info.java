@NullMarked
package aidg.engine.torch.graph;

import org.jspecify.annotations.NullMarked;
