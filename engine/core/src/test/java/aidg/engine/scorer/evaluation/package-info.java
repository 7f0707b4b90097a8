/// Tests of the metrics and the rival models.
@NullMarked
package aidg.engine.scorer.evaluation;

import org.jspecify.annotations.NullMarked;
