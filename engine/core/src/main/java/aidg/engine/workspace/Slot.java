package aidg.engine.workspace;

/// One of the two places a snapshot can lie in: one is in use, the other is empty or being filled.
enum Slot {
    SNAPSHOT_A,
    SNAPSHOT_B;

    Slot other() {
        return this == SNAPSHOT_A ? SNAPSHOT_B : SNAPSHOT_A;
    }
}
