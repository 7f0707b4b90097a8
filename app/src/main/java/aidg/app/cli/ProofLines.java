package aidg.app.cli;

import aidg.engine.audit.ProofStep;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Steps of a verification as JSON and as text.
final class ProofLines {

    private ProofLines() {}

    static List<Map<String, Object>> json(List<ProofStep> steps) {
        return steps.stream()
                .map(step -> {
                    Map<String, Object> json = new LinkedHashMap<>();
                    json.put("name", step.name());
                    json.put("outcome", step.outcome().name().toLowerCase(Locale.ROOT));
                    json.put("detail", step.words());
                    return json;
                })
                .toList();
    }

    static String text(List<ProofStep> steps) {
        return steps.stream()
                .map(step -> "%s %-11s %s%n".formatted(mark(step), step.name(), plain(Sentences.capital(step.words()))))
                .collect(Collectors.joining());
    }

    private static String mark(ProofStep step) {
        return switch (step.outcome()) {
            case PASSED -> "✓";
            case FAILED -> "✗";
            case NOT_CHECKED -> "-";
        };
    }

    /// Without characters that steer a terminal: the words may come from a file of anybody's.
    static String plain(String words) {
        return words.replaceAll("\\p{Cc}", " ");
    }
}
