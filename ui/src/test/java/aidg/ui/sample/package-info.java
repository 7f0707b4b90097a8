/// Hand-written proposals and desks for tests and pictures. Read `SampleReviewDesk` first.
@NullMarked
package aidg.ui.sample;

import org.jspecify.annotations.NullMarked;
