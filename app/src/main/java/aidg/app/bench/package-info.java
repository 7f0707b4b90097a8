/// What `workbench bench` measures, each figure beside a floor measured in the same run. Read `ScoreBench` and
/// `Row` first.
@NullMarked
package aidg.app.bench;

import org.jspecify.annotations.NullMarked;
