/// The review queue and its decisions. Read `ReviewItem` and `Decision` first.
@NullMarked
package aidg.engine.review;

import org.jspecify.annotations.NullMarked;
