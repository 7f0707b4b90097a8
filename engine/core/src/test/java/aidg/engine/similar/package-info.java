@NullMarked
package aidg.engine.similar;

import org.jspecify.annotations.NullMarked;
