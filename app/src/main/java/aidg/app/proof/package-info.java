/// What can be proved to others: decision packets, exports of the audit log, and verifying both. Read
/// `PacketOffice` and `PacketVerification` first.
@NullMarked
package aidg.app.proof;

import org.jspecify.annotations.NullMarked;
