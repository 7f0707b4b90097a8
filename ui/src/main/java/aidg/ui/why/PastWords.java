package aidg.ui.why;

import aidg.engine.PastAttention;
import aidg.engine.PastAttention.Event;
import aidg.engine.PastAttention.Reading;
import aidg.ui.format.Figures;
import java.util.ArrayList;
import java.util.List;

/// Past deals and what heads made of them, in words.
final class PastWords {

    private final Figures figures;

    PastWords(Figures figures) {
        this.figures = figures;
    }

    /// What the picture of a token's heads says: the event that got most, the head that gave most, and what it came to.
    String sentence(PastAttention past, Reading reading) {
        if (reading.even()) {
            return "The heads look at all of them about evenly, so none of them stands out.";
        }
        List<Double> mean = reading.mean();
        int most = 0;
        for (int i = 1; i < mean.size(); i++) {
            most = mean.get(i) > mean.get(most) ? i : most;
        }
        int head = 0;
        for (int h = 1; h < reading.heads().size(); h++) {
            head = reading.heads().get(h).get(most) > reading.heads().get(head).get(most) ? h : head;
        }
        Event event = past.events().get(most);
        return "The heads look most at “%s” of %s: %s of their attention on average, %s of head %s. %s."
                .formatted(
                        event.deal().title(),
                        figures.day(event.deal().startsOn()),
                        figures.percent(mean.get(most)),
                        figures.percent(reading.heads().get(head).get(most)),
                        figures.count(head + 1),
                        outcome(event));
    }

    /// `newest`, `4th newest`.
    String place(int event) {
        return event == 0 ? "newest" : ordinal(event + 1) + " newest";
    }

    private String ordinal(int number) {
        String ending = switch (number % 100) {
            case 11, 12, 13 -> "th";
            default ->
                switch (number % 10) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
        };
        return figures.count(number) + ending;
    }

    /// What became of a deal: `Earned $4,370, 12% over baseline`.
    String outcome(Event event) {
        List<String> parts = new ArrayList<>();
        var override = event.override();
        if (!event.deal().approved()) {
            parts.add(
                    override == null
                            ? "Did not go out"
                            : "Overridden: " + override.reason().words());
        }
        var gp30 = event.gp30();
        if (gp30 != null) {
            String earned = (parts.isEmpty() ? "Earned " : "changed, it earned ") + figures.money(gp30);
            parts.add(
                    event.overBaseline() == null
                            ? earned
                            : "%s, %s baseline"
                                    .formatted(
                                            earned,
                                            figures.against(gp30, event.deal().baselineGp30())));
        } else if (!event.matured()) {
            parts.add("outcome known on " + figures.date(event.knownOn()));
        } else if (event.deal().approved()) {
            parts.add("What it earned is not recorded");
        }
        return String.join(", ", parts).transform(PastWords::capital);
    }

    private static String capital(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
