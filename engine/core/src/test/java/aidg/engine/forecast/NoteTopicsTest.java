package aidg.engine.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import aidg.engine.domain.OverrideReason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What the forecast makes of notes.
class NoteTopicsTest {

    private static final List<List<String>> WAYS = List.of(
            List.of("Two waiters quit", "waiters", "quit", "shifts", "short", "rota"),
            List.of("Road works outside", "road", "works", "parking", "street", "closed"),
            List.of("Invoice address changed", "invoice", "address", "updated", "contract", "signed"));

    /// A sentence of a topic: a few of its words in any order.
    private static String sentence(int topic, Random random) {
        List<String> words = new ArrayList<>(WAYS.get(topic).subList(1, 6));
        Collections.shuffle(words, random);
        return String.join(" ", words.subList(0, 4)) + ".";
    }

    private static List<String> texts(int count) {
        Random random = new Random(5);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            texts.add(sentence(i % 3, random) + ' ' + sentence((i + 1) % 3, random));
        }
        return texts;
    }

    @Test
    void sentencesThatShareWordsShareATopic() {
        NoteTopics topics = NoteTopics.learn(texts(90));
        Random random = new Random(6);

        for (int topic = 0; topic < 3; topic++) {
            List<Integer> first = topics.of(sentence(topic, random));
            assertThat(first).hasSize(1);
            assertThat(topics.of(sentence(topic, random))).isEqualTo(first);
            assertThat(topics.of(sentence((topic + 1) % 3, random))).isNotEqualTo(first);
        }
        assertThat(topics.of("zebra")).as("a word that was never seen").isEmpty();
        assertThat(topics.of("")).isEmpty();
    }

    @Test
    void fewTextsHaveNoTopics() {
        assertThat(NoteTopics.learn(texts(3)).of("waiters quit")).isEmpty();
        assertThat(NoteTopics.learn(List.of()).of("waiters quit")).isEmpty();
    }

    @Test
    void theSameTextsGiveTheSameTopics() {
        assertThat(NoteTopics.learn(texts(90))).usingRecursiveComparison().isEqualTo(NoteTopics.learn(texts(90)));
    }

    @Test
    void topicsAreWeighedByWhatFollowedThemAndTheRestFallsSilent() {
        Random random = new Random(7);
        List<TopicReader.Example> examples = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            boolean bad = i % 3 == 0;
            double[] value = new double[TopicReader.OUTPUTS];
            double[] weight = new double[TopicReader.OUTPUTS];
            value[1] = (bad ? -0.5 : 0) + 0.3 * random.nextGaussian();
            weight[1] = 1;
            examples.add(new TopicReader.Example(0, List.of(bad ? "#0" : "#1", "#" + (2 + i % 7)), value, weight));
        }

        Map<String, double[]> weights = TopicWeights.learn(examples, Map.of(), 1, 2);

        assertThat(weights.getOrDefault("#0", new double[2])[1]).isCloseTo(-0.5, within(0.08));
        assertThat(weights.getOrDefault("#1", new double[2])[1]).isCloseTo(0, offset(0.08));
        for (int noise = 2; noise < 9; noise++) {
            assertThat(weights.getOrDefault("#" + noise, new double[2])[1]).isCloseTo(0, offset(0.08));
        }
    }

    @Test
    void aHazardIsFoundByItsReasonAndOthersAreLeftAlone() {
        Random random = new Random(9);
        List<Hazards.Decision> decisions = new ArrayList<>();
        int reasons = OverrideReason.values().length;
        for (int i = 0; i < 20_000; i++) {
            double fault = random.nextGaussian();
            double[][] faults = new double[reasons][];
            Arrays.fill(faults, new double[] {fault});
            double first = 0.05 * Math.exp(fault);
            double second = 0.03;
            boolean out = random.nextDouble() < Math.exp(-first - second);
            int reason = out ? -1 : random.nextDouble() < first / (first + second) ? 0 : 1;
            decisions.add(new Hazards.Decision(faults, reason));
        }

        Hazards learned = Hazards.learn(decisions);

        for (double fault = -1.5; fault <= 1.5; fault += 0.5) {
            double[][] faults = new double[reasons][];
            Arrays.fill(faults, new double[] {fault});
            assertThat(learned.reasons().get(0).of(faults[0])).isCloseTo(0.05 * Math.exp(fault), within(0.015));
            assertThat(learned.reasons().get(1).of(faults[1])).isCloseTo(0.03, within(0.01));
            assertThat(learned.approval(faults)).isCloseTo(Math.exp(-0.05 * Math.exp(fault) - 0.03), within(0.015));
        }
        assertThat(new Hazards(List.of()).approval(new double[reasons][1])).isBetween(0.5, 1.0);
    }
}
