/// How the workbench looks: AtlantaFX Primer in light and dark, our tokens beside it, and the bundled typeface.
/// Read `Appearance` and `workbench.css` first.
@NullMarked
package aidg.ui.theme;

import org.jspecify.annotations.NullMarked;
