/// A policy of terms over many deals.
@NullMarked
package aidg.ui.portfolio;

import org.jspecify.annotations.NullMarked;
