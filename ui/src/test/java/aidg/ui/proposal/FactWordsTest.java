package aidg.ui.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.engine.ScoreTrace.FeatureValue;
import aidg.engine.models.ModelFile;
import aidg.ui.format.Figures;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FactWordsTest {

    private static final List<String> FACTS = read();
    private static final ResourceBundle NAMES = ResourceBundle.getBundle("aidg.ui.proposal.facts");

    @Test
    void everyFactOfTheShippedModelHasAName() {
        assertThat(factsOfTheShippedModel()
                        .filter(fact -> !fact.contains(".is_") && !fact.contains(".latent_"))
                        .filter(fact -> !NAMES.containsKey(fact)))
                .isEmpty();
    }

    @Test
    void noNameIsLeftOverFromAFactThatIsGone() {
        assertThat(NAMES.keySet())
                .allMatch(key ->
                        factsOfTheShippedModel().anyMatch(fact -> fact.equals(key) || fact.startsWith(key + ".")));
    }

    @Test
    void aFactWithoutANameIsSpelledOut() {
        assertThat(FactWords.name(fact("loyalty", "past_success-rate", "share", 0.5)))
                .isEqualTo("Past success rate");
        assertThat(FactWords.group("loyalty_gp30")).isEqualTo("Loyalty GP30");
    }

    @Test
    void formsForTheNetworkAloneAreNotShown() {
        assertThat(FactWords.tells(fact("discount", "squared", "share²", 0.1))).isFalse();
        assertThat(FactWords.tells(fact("category", "is_fitness", "flag", 1))).isFalse();
        assertThat(FactWords.tells(fact("discount", "over_usual", "share", 0.1)))
                .isTrue();
    }

    @Test
    void aWeekdayIsCalledByItsName() {
        assertThat(FactWords.value(fact("season", "weekday", "weekday", 2), new Figures(Locale.US, ZoneOffset.UTC)))
                .isEqualTo("Tuesday");
    }

    private static FeatureValue fact(String token, String feature, String unit, double value) {
        return new FeatureValue(token, feature, value, unit, false);
    }

    private static Stream<String> factsOfTheShippedModel() {
        return FACTS.stream();
    }

    private static List<String> read() {
        ModelFile model = ((ModelFile.Read) ModelFile.read(Path.of("../models"))).model();
        return model.layout().schema().names();
    }
}
