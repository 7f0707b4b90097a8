/// Tests of the engine as a whole, and of its architecture.
@NullMarked
package aidg.engine;

import org.jspecify.annotations.NullMarked;
