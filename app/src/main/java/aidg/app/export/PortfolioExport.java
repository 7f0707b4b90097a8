package aidg.app.export;

import aidg.app.Json;
import aidg.engine.whatif.Moved;
import aidg.engine.whatif.Portfolio;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a policy would do, deal by deal, as a file.
///
/// @param city     named in the scope, null for any
/// @param category likewise
/// @param merchant name of a deal's merchant
public record PortfolioExport(
        Portfolio portfolio,
        @Nullable String city,
        @Nullable String category,
        Function<Moved, String> merchant,
        String modelHash) {

    /// What the file's name may end with.
    public static final List<String> ENDINGS = List.of(".csv", ".json");

    /// Writes it in the form that the file's ending tells.
    public void write(OutFile file) throws IOException {
        boolean csv = file.toString().toLowerCase(Locale.ROOT).endsWith(".csv");
        file.write(
                csv
                        ? new PortfolioTable(portfolio, merchant).csv()
                        : Json.of(new PortfolioJson(portfolio, city, category, merchant, Integer.MAX_VALUE, modelHash)
                                .json()));
    }
}
