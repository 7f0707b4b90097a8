/// Tests of the review queue and its decisions.
@NullMarked
package aidg.engine.review;

import org.jspecify.annotations.NullMarked;
