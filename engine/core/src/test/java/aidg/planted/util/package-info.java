/// Violations for the rules to find: a package whose name says nothing.
@NullMarked
package aidg.planted.util;

import org.jspecify.annotations.NullMarked;
