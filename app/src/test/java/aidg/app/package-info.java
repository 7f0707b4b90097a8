/// Tests of the wiring.
@NullMarked
package aidg.app;

import org.jspecify.annotations.NullMarked;
