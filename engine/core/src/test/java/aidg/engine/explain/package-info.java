/// Tests of the attributions.
@NullMarked
package aidg.engine.explain;

import org.jspecify.annotations.NullMarked;
