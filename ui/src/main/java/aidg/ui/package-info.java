/// The desktop workbench: opens its window, or renders its views to pictures. Read `WorkbenchWindow` and `Tour`
/// first.
@NullMarked
package aidg.ui;

import org.jspecify.annotations.NullMarked;
