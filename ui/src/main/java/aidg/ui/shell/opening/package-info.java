/// The workbench's ports before there is anything behind them. Read `OpeningPorts` first.
@NullMarked
package aidg.ui.shell.opening;

import org.jspecify.annotations.NullMarked;
