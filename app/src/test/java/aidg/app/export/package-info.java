@NullMarked
package aidg.app.export;

import org.jspecify.annotations.NullMarked;
