@NullMarked
package aidg.engine.rules;

import org.jspecify.annotations.NullMarked;
