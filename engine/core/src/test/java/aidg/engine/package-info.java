/// Tests across packages.
@NullMarked
package aidg.engine;

import org.jspecify.annotations.NullMarked;
