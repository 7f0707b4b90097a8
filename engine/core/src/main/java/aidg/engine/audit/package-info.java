/// Proof of what was done: a log in which every line is chained to the one before, and signatures. Read `AuditLine`
/// and `AuditChain` first.
@NullMarked
package aidg.engine.audit;

import org.jspecify.annotations.NullMarked;
