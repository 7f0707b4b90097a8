/// What can be taken out of the workbench as files, for the command line and the desktop alike.
@NullMarked
package aidg.app.export;

import org.jspecify.annotations.NullMarked;
