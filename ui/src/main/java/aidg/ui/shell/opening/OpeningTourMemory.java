package aidg.ui.shell.opening;

import aidg.ui.shell.TourMemory;
import java.util.concurrent.Callable;

/// A memory of the first look round that opens on first use.
///
/// @param memory opens it, or gives what is open
record OpeningTourMemory(Callable<TourMemory> memory) implements TourMemory {

    @Override
    public boolean seen() throws Exception {
        return memory.call().seen();
    }

    @Override
    public void remember() throws Exception {
        memory.call().remember();
    }
}
