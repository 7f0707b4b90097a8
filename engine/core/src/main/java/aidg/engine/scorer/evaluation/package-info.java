/// How good a model is, against what a user would pick instead. Read `Metrics` and `ModelComparison` first.
@NullMarked
package aidg.engine.scorer.evaluation;

import org.jspecify.annotations.NullMarked;
