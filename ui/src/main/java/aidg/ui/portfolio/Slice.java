package aidg.ui.portfolio;

import aidg.engine.whatif.Moved;
import aidg.engine.whatif.Portfolio;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/// Which deals of a result are listed.
enum Slice {
    WINNERS("Winners", Portfolio::winners),
    LOSERS("Losers", Portfolio::losers),
    REFUSED("Newly rejected by the guard", Portfolio::newlyRefused),
    ALLOWED("Newly let out by the guard", Portfolio::newlyAllowed);

    private final String words;
    private final Function<Portfolio, List<Moved>> deals;

    Slice(String words, Function<Portfolio, List<Moved>> deals) {
        this.words = words;
        this.deals = deals;
    }

    /// The first with any deals; `WINNERS` where none has.
    static Slice first(Portfolio portfolio) {
        return Arrays.stream(values())
                .filter(slice -> !slice.of(portfolio).isEmpty())
                .findFirst()
                .orElse(WINNERS);
    }

    List<Moved> of(Portfolio portfolio) {
        return deals.apply(portfolio);
    }

    String words() {
        return words;
    }
}
