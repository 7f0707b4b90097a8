@NullMarked
package aidg.engine.encoder;

import org.jspecify.annotations.NullMarked;
