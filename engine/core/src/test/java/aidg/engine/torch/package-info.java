/// Tests of the network, its training and its file form.
@NullMarked
package aidg.engine.torch;

import org.jspecify.annotations.NullMarked;
