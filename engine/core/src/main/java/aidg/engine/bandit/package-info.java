/// Which variant to try, and what must never go out; today the safety guard. Read `SafetyGuard` first.
@NullMarked
package aidg.engine.bandit;

import org.jspecify.annotations.NullMarked;
