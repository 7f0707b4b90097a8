/// The data the workbench works on: what is loaded, importing other data, and the rows that were refused. Read
/// `DataDesk` and `DataViewModel` first.
@NullMarked
package aidg.ui.data;

import org.jspecify.annotations.NullMarked;
