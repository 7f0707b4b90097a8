/// Our own controls: bars, waterfall, verdicts and the small parts views are made of. All colours come from the
/// style sheet, so each follows the theme; each says in words what it draws. Read `ScoreBar` and `Waterfall`
/// first.
@NullMarked
package aidg.ui.control;

import org.jspecify.annotations.NullMarked;
