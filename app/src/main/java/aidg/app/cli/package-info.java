/// The command line: one class per command, each printing its result on stdout and everything else on stderr. Read
/// `Command` and `QueueCommand` first.
@NullMarked
package aidg.app.cli;

import org.jspecify.annotations.NullMarked;
