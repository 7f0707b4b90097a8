package aidg.ui.sample;

import aidg.ui.shell.TourMemory;

/// Remembers until the test ends.
public final class SampleTourMemory implements TourMemory {

    private boolean seen;

    public SampleTourMemory(boolean seen) {
        this.seen = seen;
    }

    @Override
    public boolean seen() {
        return seen;
    }

    @Override
    public void remember() {
        seen = true;
    }
}
