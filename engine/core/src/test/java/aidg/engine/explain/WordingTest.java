package aidg.engine.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordingTest {

    private static final List<String> NAMES = List.of("recent_form.reach", "crowding.rivals_2km", "price.price");

    @Test
    void aFactStandsBesideWhatIsTypical() {
        Wording wording = new Wording(NAMES, row(0.56, 0, 40), List.of(row(0.60, 2, 30), row(0.62, 2, 50)));
        assertThat(wording.of("recent_form", "")).isEqualTo("Recent form, 56% reach baseline");
        assertThat(wording.typical("recent_form")).isEqualTo("typical 61%");
        assertThat(wording.of("crowding", "")).isEqualTo("No rival within 2 km");
        assertThat(wording.typical("crowding")).isEqualTo("typical 2");
    }

    @Test
    void aFactAloneSpeaksForOrAgainstByItsDirection() {
        Wording wording = new Wording(NAMES, row(0.56, 0, 40), List.of(row(0.61, 2, 30)));
        assertThat(wording.alone("recent_form")).as("below typical").isEqualTo(-1);
        assertThat(wording.alone("crowding")).as("fewer rivals than typical").isEqualTo(1);
        assertThat(wording.alone("price")).as("neither better nor worse").isZero();
    }

    @Test
    void aForecastSpeaksByWhatItsTwoProbabilitiesMakeTogether() {
        List<String> names = List.of("expected_sales.approval", "expected_sales.reach");
        float[] likely = {(float) Math.log(0.9 / 0.1), 0};
        float[] doubted = {0, (float) Math.log(0.8 / 0.2)};
        Wording wording = new Wording(names, doubted, List.of(likely));
        assertThat(wording.of("expected_sales", "")).isEqualTo("By the forecast alone 40%, approval 50%");
        assertThat(wording.typical("expected_sales")).isEqualTo("typical 45%");
        assertThat(wording.alone("expected_sales")).isEqualTo(-1);
        assertThat(new Wording(names, new float[] {Float.NaN, 0}, List.of(likely)).of("expected_sales", ""))
                .isEqualTo("No sales to go by yet");
    }

    @Test
    void figuresThatReadTheSameSpeakNeitherWay() {
        Wording wording = new Wording(NAMES, row(0.612, 0, 40), List.of(row(0.608, 2, 30)));
        assertThat(wording.alone("recent_form")).isZero();
    }

    @Test
    void whatNoOtherDealTellsIsLeftOutOfTheTypical() {
        Wording wording =
                new Wording(NAMES, row(0.5, 1, 40), List.of(row(Double.NaN, 3, 40), row(0.7, Double.NaN, 40)));
        assertThat(wording.typical("recent_form")).isEqualTo("typical 70%");
        assertThat(wording.typical("crowding")).isEqualTo("typical 3");
    }

    @Test
    void withoutDealsToCompareWithTheFactStandsAlone() {
        Wording wording = new Wording(NAMES, row(0.56, 2, 40), List.of());
        assertThat(wording.typical("recent_form")).isEmpty();
        assertThat(wording.alone("recent_form")).isZero();
        assertThat(wording.of("price", "")).isEqualTo("Price $40");
        assertThat(wording.of("something", "Its name")).isEqualTo("Its name");
    }

    @Test
    void ratesOfAMerchantWithoutDealsAreNotToldAsFacts() {
        List<String> names = List.of("track_record.deals", "recent_form.reach", "trend.reach_change");
        float[] fresh = {0, 0.54f, 0};
        Wording wording = new Wording(names, fresh, List.of(new float[] {3, 0.6f, 0.1f}));
        assertThat(wording.of("recent_form", "Recent form")).isEqualTo("Recent form, no finished deal yet");
        assertThat(wording.of("trend", "Trend")).isEqualTo("Trend, no finished deal yet");
        assertThat(wording.typical("recent_form")).isEmpty();
        assertThat(wording.alone("recent_form")).isZero();
    }

    private static float[] row(double reach, double rivals, double price) {
        return new float[] {(float) reach, (float) Math.log1p(rivals), (float) Math.log(price)};
    }
}
