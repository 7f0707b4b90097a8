/// The review session: its clock, what was done in it, and its report.
@NullMarked
package aidg.ui.session;

import org.jspecify.annotations.NullMarked;
