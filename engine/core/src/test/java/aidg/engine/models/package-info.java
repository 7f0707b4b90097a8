/// Tests of the model file.
@NullMarked
package aidg.engine.models;

import org.jspecify.annotations.NullMarked;
