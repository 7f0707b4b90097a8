/// The start page: the queue of proposals, the one being decided, and the keys that decide. Read `ReviewDesk` and
/// `ReviewViewModel` first.
@NullMarked
package aidg.ui.review;

import org.jspecify.annotations.NullMarked;
