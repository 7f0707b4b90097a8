/// Tests of the command line, run in this process.
@NullMarked
package aidg.app.cli;

import org.jspecify.annotations.NullMarked;
