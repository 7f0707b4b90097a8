package aidg.ui.format;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.engine.domain.Category;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Discount;
import aidg.engine.domain.Interval;
import aidg.engine.domain.Money;
import aidg.engine.domain.MoneyRange;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FiguresTest {

    private final Figures american = new Figures(Locale.US, ZoneId.of("America/Chicago"));
    private final Figures german = new Figures(Locale.GERMANY, ZoneId.of("Europe/Berlin"));

    @Test
    void moneyIsWholeDollarsInTheReadersLocale() {
        assertThat(american.money(Money.of(4620.4))).isEqualTo("$4,620");
        assertThat(german.money(Money.of(4620.4))).isEqualTo("4.620\u00a0$");
    }

    @Test
    void negativeFiguresHaveTheMinusSignAndNotAHyphen() {
        assertThat(american.money(Money.of(-40))).isEqualTo("\u2212$40");
        assertThat(american.points(-6)).isEqualTo("\u22126");
        assertThat(american.percent(-0.06)).isEqualTo("\u22126%");
        assertThat(american.decimal(-1.25, 1)).isEqualTo("\u22121.2");
    }

    @Test
    void whatRoundsToZeroHasNoSign() {
        assertThat(american.money(Money.of(-0.3))).isEqualTo("$0");
        assertThat(american.percent(-0.001)).isEqualTo("0%");
        assertThat(american.decimal(-0.0004, 2)).isEqualTo("0");
        assertThat(american.moneyChange(Money.ZERO)).isEqualTo("$0");
    }

    @Test
    void changesShowTheirSign() {
        assertThat(american.moneyChange(Money.of(310))).isEqualTo("+$310");
        assertThat(american.points(9)).isEqualTo("+9");
        assertThat(american.points(0)).isEqualTo("0");
    }

    @Test
    void pricesHaveCentsOnlyWhereThereAreAny() {
        assertThat(american.price(Money.of(78))).isEqualTo("$78");
        assertThat(american.price(Money.of(12.5))).isEqualTo("$12.50");
    }

    @Test
    void rangesHaveAnEnDashAndOneUnit() {
        assertThat(american.range(new MoneyRange(Money.of(3810), Money.of(5490))))
                .isEqualTo("$3,810\u20135,490");
        assertThat(german.range(new MoneyRange(Money.of(3810), Money.of(5490)))).isEqualTo("3.810\u20135.490\u00a0$");
        assertThat(american.range(new Interval(0.63, 0.78))).isEqualTo("63\u201378%");
        assertThat(german.range(new Interval(0.63, 0.78))).isEqualTo("63\u201378\u00a0%");
    }

    @Test
    void aRangeThatBeginsUnderZeroSpellsBothEnds() {
        assertThat(american.range(new MoneyRange(Money.of(-200), Money.of(150))))
                .isEqualTo("\u2212$200 to $150");
    }

    @Test
    void percentFollowsTheLocale() {
        assertThat(american.percent(0.71)).isEqualTo("71%");
        assertThat(german.percent(0.71)).isEqualTo("71\u00a0%");
    }

    @Test
    void figuresAreComparedWithTheirMeasure() {
        assertThat(american.against(Money.of(4620), Money.of(3900))).isEqualTo("18% over");
        assertThat(american.against(Money.of(1490), Money.of(2100))).isEqualTo("29% under");
    }

    @Test
    void oneAndManyAreToldApart() {
        assertThat(american.days(1)).isEqualTo("1 day");
        assertThat(american.days(21)).isEqualTo("21 days");
        assertThat(american.count(12_480)).isEqualTo("12,480");
    }

    @Test
    void termsFitOnOneLine() {
        DealTerms terms = new DealTerms(new Discount(0.35), Money.of(78), 21, new Category("restaurants"));

        assertThat(american.terms(terms)).isEqualTo("35% · $78 · 21 days");
    }

    @Test
    void timesAreLocalWithUniversalTimeAside() {
        Instant moment = Instant.parse("2026-11-19T20:32:00Z");

        assertThat(american.moment(moment)).isEqualTo("Nov 19, 2026, 14:32");
        assertThat(american.utc(moment)).isEqualTo("20:32 UTC");
        assertThat(american.day(LocalDate.of(2026, 11, 23))).isEqualTo("Mon, Nov 23");
    }

    @Test
    void timeLeftIsRoundedToWhatItIsWorth() {
        assertThat(american.left(Duration.ofSeconds(3))).isEqualTo("about 3 s");
        assertThat(american.left(Duration.ofSeconds(22))).isEqualTo("about 20 s");
        assertThat(american.left(Duration.ofSeconds(500))).isEqualTo("about 9 min");
        assertThat(american.left(Duration.ZERO)).isEqualTo("about 1 s");
    }

    @Test
    void timeWorkedIsInWholeMinutes() {
        assertThat(american.worked(Duration.ofSeconds(59))).isEqualTo("under 1 min");
        assertThat(american.worked(Duration.ofSeconds(119))).isEqualTo("1 min");
        assertThat(american.worked(Duration.ofMinutes(65))).isEqualTo("1 h 5 min");
    }

    @Test
    void shortTimesKeepOneDecimal() {
        assertThat(american.millis(0.21)).isEqualTo("0.2 ms");
        assertThat(american.millis(41.4)).isEqualTo("41 ms");
    }

    @Test
    void daysAreReadAsPeopleWriteThem() {
        LocalDate from = LocalDate.of(2026, 11, 19);
        Figures american = new Figures(Locale.US, ZoneId.of("UTC"));

        for (String text :
                List.of("2026-12-01", "Dec 1, 2026", "dec 1, 2026", "December 1, 2026", "12/1/26", "Dec 1")) {
            assertThat(american.readDate(text, from)).as(text).contains(LocalDate.of(2026, 12, 1));
        }
        assertThat(american.readDate("Jan 5", from)).contains(LocalDate.of(2027, 1, 5));
        assertThat(new Figures(Locale.GERMANY, ZoneId.of("UTC")).readDate("01.12.2026", from))
                .contains(LocalDate.of(2026, 12, 1));
        for (String text : List.of("", "someday", "2026-13-01", "Feb 30, 2027")) {
            assertThat(american.readDate(text, from)).as(text).isEmpty();
        }
    }
}
