package aidg.app.export;

import aidg.engine.SimilarMerchant;
import aidg.engine.SimilarMerchants;
import aidg.engine.domain.Deal;
import aidg.engine.domain.DealOutcome;
import aidg.engine.marketplace.SpreadsheetCell;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Similar merchants as CSV, the closest first; no cell can work as a formula when a spreadsheet opens it.
public final class NeighbourTable {

    private static final String HEADER =
            "merchant_id,merchant,area,city,cosine,offered_on,discount,price,duration_days,gp30,baseline_gp30,matured_deals,reached_baseline,differs";

    private NeighbourTable() {}

    /// The whole file.
    public static String of(SimilarMerchants found) {
        return Stream.concat(Stream.of(HEADER), found.neighbours().stream().map(NeighbourTable::row))
                .map(line -> line + "\r\n")
                .collect(Collectors.joining());
    }

    private static String row(SimilarMerchant one) {
        return String.join(
                ",",
                SpreadsheetCell.of(one.merchant().id()),
                SpreadsheetCell.of(one.merchant().name()),
                SpreadsheetCell.of(one.merchant().area()),
                SpreadsheetCell.of(one.city().name()),
                number(one.cosine()),
                offered(one.latest()),
                Integer.toString(one.matured()),
                Integer.toString(one.reached()),
                SpreadsheetCell.of(String.join("; ", one.differs())));
    }

    private static String offered(@Nullable Deal latest) {
        if (latest == null) {
            return ",,,,,";
        }
        DealOutcome outcome = latest.outcome();
        return String.join(
                ",",
                latest.startsOn().toString(),
                number(latest.terms().discount().fraction()),
                number(latest.terms().price().amount()),
                Integer.toString(latest.terms().durationDays()),
                outcome == null ? "" : number(outcome.gp30().amount()),
                number(latest.baselineGp30().amount()));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
