@NullMarked
package aidg.engine.encoder.graph;

import org.jspecify.annotations.NullMarked;
