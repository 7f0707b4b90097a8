/// Tests of the desktop's ports over a session.
@NullMarked
package aidg.app.desktop;

import org.jspecify.annotations.NullMarked;
