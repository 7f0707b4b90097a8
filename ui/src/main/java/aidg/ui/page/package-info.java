/// What a view offers the frame around it: where it is, its nodes, its actions and how it speaks up. Read
/// `Page` and `Action` first.
@NullMarked
package aidg.ui.page;

import org.jspecify.annotations.NullMarked;
