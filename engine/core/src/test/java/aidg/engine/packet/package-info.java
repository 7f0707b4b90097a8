/// Tests of packets.
@NullMarked
package aidg.engine.packet;

import org.jspecify.annotations.NullMarked;
