/// Papers that leave the workbench: the call sheet of a proposal and the packet of a decision.
@NullMarked
package aidg.ui.paper;

import org.jspecify.annotations.NullMarked;
