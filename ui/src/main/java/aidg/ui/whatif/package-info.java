/// What-if: the selected proposal on other terms, scored while they move. Read `WhatIfViewModel` first.
@NullMarked
package aidg.ui.whatif;

import org.jspecify.annotations.NullMarked;
