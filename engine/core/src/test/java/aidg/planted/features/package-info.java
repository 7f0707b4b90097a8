/// Violations for the rules to find: libraries in the wrong package, names that say nothing.
@NullMarked
package aidg.planted.features;

import org.jspecify.annotations.NullMarked;
