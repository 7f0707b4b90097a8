/// The front door of the engine.
@NullMarked
package aidg.engine;

import org.jspecify.annotations.NullMarked;
