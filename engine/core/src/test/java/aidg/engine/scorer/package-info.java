/// Tests of the split, the token layout and the calibration.
@NullMarked
package aidg.engine.scorer;

import org.jspecify.annotations.NullMarked;
