/// How figures are written: money, shares, ranges and times in the reader's locale, always with their unit. Read
/// `Figures` first.
@NullMarked
package aidg.ui.format;

import org.jspecify.annotations.NullMarked;
