/// What a model file is, where it came from and which one is active. Read `ModelFile` first.
@NullMarked
package aidg.engine.models;

import org.jspecify.annotations.NullMarked;
