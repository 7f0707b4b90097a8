package aidg.app.cli;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Commands over one small marketplace, imported once for all tests of a class, and the model that ships.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OnSmallMarketplace {

    SmallMarketplace market;

    /// Where tests may write.
    Path folder;

    /// Proposals as the queue ranks them at first.
    List<String> ids;

    /// The first of them.
    String deal;

    @BeforeAll
    void fill(@TempDir Path temporary) {
        folder = temporary;
        market = SmallMarketplace.in(temporary);
        ids = market.queued();
        deal = ids.getFirst();
    }
}
