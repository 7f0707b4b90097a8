/// Merchants like one, what they offered and what came of it. Read `SimilarPage` and `SimilarViewModel` first.
@NullMarked
package aidg.ui.similar;

import org.jspecify.annotations.NullMarked;
