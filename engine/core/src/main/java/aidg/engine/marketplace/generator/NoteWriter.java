package aidg.engine.marketplace.generator;

import aidg.engine.domain.Note;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/// Writes what merchant managers note down: the mood at the merchant, which follows its momentum, and what is
/// coming.
final class NoteWriter {

    /// Mean number of notes in three years, notes on events included.
    private static final double NOTES = 12.5;

    private static final double EVENT_NOTED = 0.95;
    private static final double MOOD_SHARE = 0.78;
    private static final double HINT_SHARE = 0.08;
    private static final double MOOD_NOISE = 0.25;

    private final Grammar grammar = Grammar.read("notes.txt");
    private final RandomStreams streams;

    NoteWriter(RandomStreams streams) {
        this.streams = streams;
    }

    /// The notes on one merchant in the order of their day, with ids that the caller replaces.
    List<Note> write(MerchantState state, String managerId) {
        RandomGenerator random = streams.of("notes", state.nature.index());
        List<Dated> drafts = new ArrayList<>();
        for (LifeEvent event : state.events) {
            int day = event.told();
            boolean mentioned = random.nextDouble() < EVENT_NOTED;
            String text = text(event.kind().section(), state, random);
            if (mentioned && day >= state.nature.firstDay() && day <= Timeline.LAST) {
                drafts.add(new Dated(day, text));
            }
        }
        int tenure = Timeline.LAST - state.nature.firstDay();
        double ordinary = Math.max(1, NOTES * tenure / Timeline.LAST - drafts.size());
        for (int left = Draws.poisson(random, ordinary); left > 0; left--) {
            int day = state.nature.firstDay() + random.nextInt(tenure + 1);
            drafts.add(new Dated(day, text(section(state, day, random), state, random)));
        }
        String merchant = state.nature.merchant().id();
        return drafts.stream()
                .sorted(Comparator.comparingInt(Dated::day).thenComparing(Dated::text))
                .map(draft -> new Note("", merchant, managerId, Timeline.date(draft.day), draft.text))
                .toList();
    }

    private String section(MerchantState state, int day, RandomGenerator random) {
        double die = random.nextDouble();
        if (die > MOOD_SHARE + HINT_SHARE) {
            return "neutral";
        }
        if (die > MOOD_SHARE) {
            return state.nature.bestDiscount() > 0.32 ? "hint.deep_ok" : "hint.too_deep";
        }
        double mood = state.momentum.on(day) + MOOD_NOISE * random.nextGaussian();
        if (mood > 1.1) {
            return "mood.high";
        }
        if (mood > 0.35) {
            return "mood.good";
        }
        if (mood > -0.35) {
            return "mood.mixed";
        }
        return mood > -1.1 ? "mood.low" : "mood.poor";
    }

    private String text(String section, MerchantState state, RandomGenerator random) {
        String kind = state.nature.traits().kind();
        StringBuilder text = new StringBuilder();
        if (random.nextDouble() < 0.45) {
            text.append(grammar.phrase("opener", kind, random)).append(' ');
        }
        text.append(grammar.phrase(section, kind, random));
        if (random.nextDouble() < 0.25) {
            text.append(' ').append(grammar.phrase(random.nextInt(3) == 0 ? "neutral" : "closer", kind, random));
        }
        return sentences(text.toString());
    }

    /// Every sentence with a capital letter.
    private static String sentences(String text) {
        StringBuilder out = new StringBuilder(text);
        boolean first = true;
        for (int i = 0; i < out.length(); i++) {
            char c = out.charAt(i);
            if (first && Character.isLetter(c)) {
                out.setCharAt(i, Character.toUpperCase(c));
                first = false;
            } else if (c == '.') {
                first = true;
            } else if (Character.isLetterOrDigit(c)) {
                first = false;
            }
        }
        return out.toString();
    }

    private record Dated(int day, String text) {}
}
