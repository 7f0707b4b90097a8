@NullMarked
package aidg.engine.forecast;

import org.jspecify.annotations.NullMarked;
