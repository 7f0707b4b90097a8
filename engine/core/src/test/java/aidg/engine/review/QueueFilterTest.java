package aidg.engine.review;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.engine.SmallMarket;
import aidg.engine.bandit.GuardVerdict;
import aidg.engine.domain.Interval;
import aidg.engine.domain.Money;
import aidg.engine.domain.MoneyRange;
import aidg.engine.marketplace.Marketplace;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class QueueFilterTest {

    private static final GuardVerdict VALID = new GuardVerdict(true, "Valid", List.of());
    private static final GuardVerdict RATE = new GuardVerdict(false, "High override rate detected", List.of());

    private final Marketplace market =
            SmallMarket.of(List.of(SmallMarket.merchant("m"), SmallMarket.merchant("n")), List.of(), List.of());

    private QueueFilter.Row row(String id, String merchant, String category, double discount, GuardVerdict guard) {
        return QueueFilter.Row.of(new ReviewQueue(market)
                .item(SmallMarket.scored(
                        SmallMarket.proposal(id, merchant, SmallMarket.terms(discount, 20, 14, category)),
                        new Interval(0.3, 0.7),
                        0.75,
                        new MoneyRange(Money.of(990), Money.of(1010)),
                        guard)));
    }

    private final List<QueueFilter.Row> rows = List.of(
            row("D1", "m", "spa", 0.3, VALID),
            row("D2", "m", "bowling-arcade", 0.45, RATE),
            row("D3", "n", "spa", 0.5, RATE));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                        | D1 D2 D3
            spa                       | D1 D3
            SPA                       | D1 D3
            -spa                      | D2
            d2                        | D2
            category:bowling-arcade   | D2
            category:bowling          | D2
            guard:rejected            | D2 D3
            guard:allowed             | D1
            discount>=45              | D2 D3
            discount<45%              | D1
            spa discount>40           | D3
            -guard:rejected days=14   | D1
            score>50                  | ''
            override=25 gp30>=1000    | D1 D2 D3
            nothing-like-it           | ''
            """)
    void everyTermOfALineMustHold(String line, String shown) {
        assertThat(QueueFilter.read(line))
                .isInstanceOfSatisfying(
                        QueueFilter.Read.class,
                        read -> assertThat(String.join(
                                        " ",
                                        rows.stream()
                                                .filter(read.filter()::shows)
                                                .map(row -> row.item()
                                                        .scored()
                                                        .proposal()
                                                        .id())
                                                .toList()))
                                .isEqualTo(shown));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            guard:maybe  | guard:maybe | rejected or allowed
            color:red    | color:red   | category:, city:, guard: and is:snoozed
            spa city:    | city:       | city:spa
            score<x      | score<x     | with a number
            colour<5     | colour<5    | compare score
            score<1.2.3  | score<1.2.3 | with a number
            """)
    void whatCannotBeReadIsNamedWithWhatWould(String line, String term, String why) {
        assertThat(QueueFilter.read(line)).isInstanceOfSatisfying(QueueFilter.Refused.class, refused -> {
            assertThat(refused.term()).isEqualTo(term);
            assertThat(refused.why()).contains(why);
        });
    }

    @Test
    void onlyTheLineThatSaysSoShowsWhatIsPutOff() {
        assertThat(QueueFilter.read("spa is:snoozed"))
                .isInstanceOfSatisfying(
                        QueueFilter.Read.class,
                        read -> assertThat(read.filter().snoozed()).isTrue());
        assertThat(QueueFilter.ALL.snoozed()).isFalse();
    }

    @Test
    void weightsReorderTheQueueAndPlainOnesAreMoney() {
        List<ReviewItem> items = rows.stream().map(QueueFilter.Row::item).toList();
        ReviewItem.Value value = items.getFirst().value();
        assertThat(Money.of(ReviewWeights.PLAIN.worth(value))).isEqualTo(value.worth());
        ReviewItem sure = new ReviewItem(
                items.get(0).scored(),
                items.get(0).merchant(),
                items.get(0).city(),
                new ReviewItem.Value(Money.of(5000), 0.1, 0.1),
                "Routine");
        ReviewItem unsure = new ReviewItem(
                items.get(1).scored(),
                items.get(1).merchant(),
                items.get(1).city(),
                new ReviewItem.Value(Money.of(100), 0.9, 0.9),
                "Wide interval");
        assertThat(ReviewQueue.ranked(List.of(sure, unsure), ReviewWeights.PLAIN))
                .containsExactly(unsure, sure);
        assertThat(ReviewQueue.ranked(List.of(unsure, sure), new ReviewWeights(2, 1, 1)))
                .containsExactly(sure, unsure);
    }
}
