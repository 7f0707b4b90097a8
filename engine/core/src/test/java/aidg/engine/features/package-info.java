/// Tests of the features and of what they may know.
@NullMarked
package aidg.engine.features;

import org.jspecify.annotations.NullMarked;
