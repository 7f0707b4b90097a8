@NullMarked
package aidg.engine.encoder.geo;

import org.jspecify.annotations.NullMarked;
