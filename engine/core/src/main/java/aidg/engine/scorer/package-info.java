/// Deal times merchant memory to a calibrated score, its risk and its attention. Read `Scorer` first.
@NullMarked
package aidg.engine.scorer;

import org.jspecify.annotations.NullMarked;
