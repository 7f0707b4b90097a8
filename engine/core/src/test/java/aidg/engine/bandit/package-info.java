/// Tests of the safety guard.
@NullMarked
package aidg.engine.bandit;

import org.jspecify.annotations.NullMarked;
