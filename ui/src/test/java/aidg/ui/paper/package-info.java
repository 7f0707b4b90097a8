@NullMarked
package aidg.ui.paper;

import org.jspecify.annotations.NullMarked;
