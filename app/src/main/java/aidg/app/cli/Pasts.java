package aidg.app.cli;

import aidg.engine.PastAttention;
import aidg.engine.PastAttention.Event;
import aidg.engine.PastAttention.Kind;
import aidg.engine.PastAttention.Reading;
import aidg.engine.ScoreTrace.Attention;
import aidg.engine.domain.DealOverride;
import aidg.engine.domain.DealTerms;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The deals and overrides behind a merchant's memory, as JSON and as a sentence.
final class Pasts {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private Pasts() {}

    static Map<String, Object> json(PastAttention past) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("branch", past.kind().name().toLowerCase(Locale.ROOT));
        json.put("words", past.words());
        json.put("events", past.events().stream().map(Pasts::event).toList());
        json.put("readings", past.readings());
        return json;
    }

    private static Map<String, Object> event(Event event) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("dealId", event.deal().id());
        json.put("title", event.deal().title());
        json.put("proposedOn", event.deal().proposedOn());
        json.put("startsOn", event.deal().startsOn());
        json.put("endsOn", event.endsOn());
        json.put("terms", terms(event.deal().terms()));
        json.put("approved", event.deal().approved());
        json.put("knownOn", event.knownOn());
        json.put("matured", event.matured());
        json.put("gp30", event.gp30());
        json.put("baselineGp30", event.deal().baselineGp30());
        json.put("overBaseline", event.overBaseline());
        json.put("outcome", event.outcome());
        json.put("override", override(event.override()));
        return json;
    }

    private static @Nullable Map<String, Object> override(@Nullable DealOverride override) {
        if (override == null) {
            return null;
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", override.id());
        json.put("madeOn", override.madeOn());
        json.put("reason", override.reason().code());
        json.put("newTerms", override.newTerms() == null ? null : terms(override.newTerms()));
        return json;
    }

    private static Map<String, Object> terms(DealTerms terms) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("discount", terms.discount());
        json.put("price", terms.price());
        json.put("days", terms.durationDays());
        json.put("category", terms.category());
        return json;
    }

    /// Where that token of the memory looked which the deal itself looked at most.
    static String sentence(PastAttention past, Attention attention) {
        return past.readings().stream()
                .filter(reading -> !reading.heads().isEmpty())
                .max(Comparator.comparingDouble(reading -> lookedAt(reading.column(), attention)))
                .map(reading -> sentence(past, reading))
                .orElse(past.words() + ".");
    }

    private static double lookedAt(String column, Attention attention) {
        int at = attention.columns().indexOf(column);
        return attention.weights().stream().mapToDouble(row -> row.get(at)).sum();
    }

    private static String sentence(PastAttention past, Reading reading) {
        if (past.events().size() == 1) {
            return "%s looks only at %s."
                    .formatted(
                            reading.column(), words(past.kind(), past.events().getFirst()));
        }
        if (reading.even()) {
            return "%s looks at %s about evenly.".formatted(reading.column(), calm(past.words()));
        }
        List<Double> mean = reading.mean();
        int most = mean.indexOf(Collections.max(mean));
        int head = IntStream.range(0, reading.heads().size())
                .boxed()
                .max(Comparator.comparingDouble(i -> reading.heads().get(i).get(most)))
                .orElseThrow();
        return String.format(
                Locale.ROOT,
                "%s looks most at %s: %.0f%% on average, %.0f%% of head %d.",
                reading.column(),
                words(past.kind(), past.events().get(most)),
                100 * mean.get(most),
                100 * reading.heads().get(head).get(most),
                head + 1);
    }

    private static String calm(String words) {
        return words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
    }

    private static String words(Kind kind, Event event) {
        DealTerms terms = event.deal().terms();
        DealOverride override = kind == Kind.OVERRIDES ? event.override() : null;
        return String.format(
                Locale.ROOT,
                "%s %s of %s (%.0f%%, %s%s)",
                override == null ? "deal" : "the override of deal",
                event.deal().id(),
                DAY.format(event.deal().startsOn()),
                100 * terms.discount().fraction(),
                Sentences.dollars(terms.price()),
                override == null ? "" : "; " + override.reason().words().toLowerCase(Locale.ROOT));
    }
}
