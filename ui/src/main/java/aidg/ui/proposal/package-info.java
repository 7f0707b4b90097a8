/// A proposal as every reader of it sees it: in words and numbers, with its facts and the reasons against it. Views in
/// which somebody decides are built from these.
@NullMarked
package aidg.ui.proposal;

import org.jspecify.annotations.NullMarked;
