/// Why this score: what each token added, and the same in words. Read `ShapleyValues` first.
@NullMarked
package aidg.engine.explain;

import org.jspecify.annotations.NullMarked;
