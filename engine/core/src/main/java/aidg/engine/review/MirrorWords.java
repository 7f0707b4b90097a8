package aidg.engine.review;

import aidg.engine.domain.Interval;
import aidg.engine.review.CalibrationMirror.Band;
import aidg.engine.review.CalibrationMirror.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A manager's record in plain words, with no praise and no blame that the counts do not carry.
public final class MirrorWords {

    /// Known outcomes that a share needs to be told in a sentence: with fewer its 90 % interval is up to 50 points wide
    /// and more.
    public static final int LEAST = 10;

    /// Known outcomes on either side for the two shares to be compared.
    public static final int LEAST_COMPARED = 30;

    private MirrorWords() {}

    /// What stands above everything, in few words.
    public static String headline(CalibrationMirror mirror) {
        Part changed = mirror.changed();
        Part approved = mirror.approved();
        if (changed.known() + approved.known() == 0) {
            return "No outcome of your decisions is known yet";
        }
        if (changed.known() >= LEAST && approved.known() >= LEAST) {
            return "%s of the deals you changed reached the baseline, %s of those you let out"
                    .formatted(Plain.percent(changed.share()), Plain.percent(approved.share()));
        }
        if (changed.known() >= LEAST) {
            return "%s of the deals you changed reached the baseline".formatted(Plain.percent(changed.share()));
        }
        if (approved.known() >= LEAST) {
            return "%s of the deals you let out reached the baseline".formatted(Plain.percent(approved.share()));
        }
        return "%s too few to sum up"
                .formatted(
                        changed.known() + approved.known() == 1
                                ? "One known outcome is"
                                : "%d known outcomes are".formatted(changed.known() + approved.known()));
    }

    /// What else can be said, the comparison first; every sentence rests on at least `LEAST` outcomes.
    public static List<String> sentences(CalibrationMirror mirror) {
        List<String> sentences = new ArrayList<>();
        comparison(mirror).ifPresent(sentences::add);
        mirror.groups().stream()
                .filter(group -> group.part().known() >= LEAST)
                .findFirst()
                .ifPresent(group -> sentences.add(
                        "Your most frequent reason, \u201c%s\u201d: what went out instead reached the baseline in %s."
                                .formatted(group.reason().words().toLowerCase(Locale.ROOT), told(group.part()))));
        mirror.bands().stream()
                .filter(band -> band.part().known() >= LEAST)
                .max(Comparator.comparingInt(Band::over))
                .ifPresent(band -> sentences.add("Your changes of deals proposed at %s were right in %s."
                        .formatted(depth(band), told(band.part()))));
        if (mirror.stopped() > 0) {
            sentences.add("%s stopped and nothing went out instead: nobody can say what %s would have brought."
                    .formatted(
                            mirror.stopped() == 1 ? "One deal was" : "%,d deals were".formatted(mirror.stopped()),
                            mirror.stopped() == 1 ? "it" : "they"));
        }
        return List.copyOf(sentences);
    }

    /// Whether changed deals reached the baseline more often than approved ones; empty with too few of either. The
    /// interval of the difference is Newcombe's from two score intervals (1998).
    private static Optional<String> comparison(CalibrationMirror mirror) {
        Part changed = mirror.changed();
        Part approved = mirror.approved();
        if (changed.known() < LEAST_COMPARED || approved.known() < LEAST_COMPARED) {
            return Optional.empty();
        }
        double difference = changed.share() - approved.share();
        Interval c = changed.interval();
        Interval a = approved.interval();
        double low = difference - Math.hypot(changed.share() - c.low(), a.high() - approved.share());
        double high = difference + Math.hypot(c.high() - changed.share(), approved.share() - a.low());
        String found = low > 0
                ? "Deals you changed reached the baseline more often than those you let out"
                : high < 0
                        ? "Deals you changed reached the baseline less often than those you let out"
                        : "Deals you changed and deals you let out reached the baseline about equally often, as far as"
                                + " these counts tell";
        return Optional.of(
                "%s (difference %s points, 90%%: %s to %s). They are different deals, so this does not show what changing them did."
                        .formatted(found, points(difference), points(low), points(high)));
    }

    /// With one decimal, so that it does not contradict the two rounded shares.
    private static String points(double difference) {
        long tenths = Math.round(1000 * difference);
        String sign = tenths < 0 ? "\u2212" : tenths > 0 ? "+" : "";
        return sign + String.format(Locale.ROOT, "%.1f", Math.abs(tenths) / 10.0);
    }

    private static String told(Part part) {
        return String.format(
                Locale.ROOT,
                "%d of %d, %s (90%%: %.0f to %.0f%%)",
                part.right(),
                part.known(),
                Plain.percent(part.share()),
                100 * part.interval().low(),
                100 * part.interval().high());
    }

    /// `up to 20% off`, `over 20 to 30% off`, `over 40% off`.
    public static String depth(Band band) {
        if (band.over() == 0) {
            return "up to %d%% off".formatted(band.upTo());
        }
        return band.upTo() == 100
                ? "over %d%% off".formatted(band.over())
                : "over %d to %d%% off".formatted(band.over(), band.upTo());
    }

    /// What the figures rest on, and what they leave out.
    public static List<String> basis() {
        return List.of(
                "Only outcomes that are known count: 30 days after the start of what went out. What is decided in this"
                        + " workspace counts once an import brings its outcome.",
                "The data does not say who let a deal out; deals of a merchant count as let out by the manager who"
                        + " changed its deals last.",
                "A changed deal is called right if what went out instead reached the merchant's baseline; what the deal"
                        + " would have brought unchanged is unknown.",
                "Intervals are 90%% (Wilson). Under %d known outcomes no sentence is made of a share, under %d on either side no comparison."
                        .formatted(LEAST, LEAST_COMPARED));
    }
}
