/// One decision as a signed file that reopens to the same numbers elsewhere, and the decision log held against the
/// audit log. Read `PacketFile` and `PacketCheck` first.
@NullMarked
package aidg.engine.packet;

import org.jspecify.annotations.NullMarked;
