/// Tests of how notes are read.
@NullMarked
package aidg.engine.encoder.text;

import org.jspecify.annotations.NullMarked;
