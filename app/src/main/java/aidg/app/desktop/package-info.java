/// The desktop's ports filled with the engine. Read `Desktop` first.
@NullMarked
package aidg.app.desktop;

import org.jspecify.annotations.NullMarked;
