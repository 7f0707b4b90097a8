/// Tests of the import.
@NullMarked
package aidg.engine.marketplace.intake;

import org.jspecify.annotations.NullMarked;
