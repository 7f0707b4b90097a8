/// Violations for the rules to find: a noun that knows a feature.
@NullMarked
package aidg.planted.domain;

import org.jspecify.annotations.NullMarked;
