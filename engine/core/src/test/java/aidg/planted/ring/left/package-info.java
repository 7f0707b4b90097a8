/// Violations for the rules to find: one half of a cycle.
@NullMarked
package aidg.planted.ring.left;

import org.jspecify.annotations.NullMarked;
