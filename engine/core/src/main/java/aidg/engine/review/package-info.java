/// The review queue, its decisions and call sheets. Read `ReviewItem`, `Decision` and `CallSheet` first.
@NullMarked
package aidg.engine.review;

import org.jspecify.annotations.NullMarked;
