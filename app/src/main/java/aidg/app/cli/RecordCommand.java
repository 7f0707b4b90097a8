package aidg.app.cli;

import aidg.app.Failure;
import aidg.app.OwnRecord;
import aidg.app.Session;
import aidg.engine.marketplace.Marketplace;
import aidg.engine.review.CalibrationMirror;
import aidg.engine.review.CalibrationMirror.Part;
import aidg.engine.review.MirrorWords;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// `workbench record`.
@CommandLine.Command(
        name = "record",
        description = {
            "Tell a manager what became of their own decisions.",
            "Of the deals they let out and of those they changed: how many reached the merchant's baseline, by reason",
            "and by depth of the discount, with 90%% intervals. For their eyes: no report and no packet has it.",
            ""
        },
        footer = {"", "Example:  workbench record --manager MM05"})
final class RecordCommand extends Command.InWorkspace {

    @Option(
            names = "--manager",
            paramLabel = "ID",
            description = "Whose record; it is remembered. Default: who was named last.")
    private @Nullable String manager;

    RecordCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Result run(ProgressLine progress) {
        try (Session session = open(progress)) {
            Marketplace marketplace = session.marketplace(progress);
            OwnRecord own = new OwnRecord(session);
            if (manager != null) {
                own.choose(marketplace, manager.strip());
            }
            List<String> managers = CalibrationMirror.managers(marketplace);
            String who = own.manager(marketplace)
                    .orElseThrow(() ->
                            Failure.badInput("Nothing tells whose record.", "--manager", OwnRecord.known(managers)));
            CalibrationMirror mirror = own.of(marketplace, who);
            return Result.of(json(mirror), text(mirror));
        }
    }

    private static Map<String, @Nullable Object> json(CalibrationMirror mirror) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("managerId", mirror.managerId());
        json.put("approved", part(mirror.approved()));
        json.put("changed", part(mirror.changed()));
        json.put("stopped", mirror.stopped());
        json.put(
                "byReason",
                mirror.groups().stream()
                        .map(group -> named("reason", group.reason().code(), group.part()))
                        .toList());
        List<Map<String, @Nullable Object>> bands = new ArrayList<>();
        for (CalibrationMirror.Band band : mirror.bands()) {
            Map<String, @Nullable Object> row = named("over", band.over() / 100.0, band.part());
            row.put("upTo", band.upTo() / 100.0);
            bands.add(row);
        }
        json.put("byDiscount", bands);
        json.put("headline", MirrorWords.headline(mirror));
        json.put("sentences", MirrorWords.sentences(mirror));
        return json;
    }

    private static Map<String, @Nullable Object> named(String key, Object value, Part part) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put(key, value);
        row.putAll(part(part));
        return row;
    }

    private static Map<String, @Nullable Object> part(Part part) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        boolean known = part.known() > 0;
        row.put("known", part.known());
        row.put("reached", part.right());
        row.put("share", known ? part.share() : null);
        row.put("low", known ? part.interval().low() : null);
        row.put("high", known ? part.interval().high() : null);
        return row;
    }

    private static String text(CalibrationMirror mirror) {
        StringBuilder text = new StringBuilder("%s: %s%n%n%-38s %9s %7s %6s  %s"
                .formatted(
                        mirror.managerId(),
                        MirrorWords.headline(mirror),
                        "reached the merchant's baseline",
                        "reached",
                        "of",
                        "share",
                        "90%"));
        text.append(line("let out as proposed", mirror.approved()));
        text.append(line("changed", mirror.changed()));
        mirror.groups()
                .forEach(group ->
                        text.append(line("  " + group.reason().words().toLowerCase(Locale.ROOT), group.part())));
        mirror.bands().stream()
                .filter(band -> band.part().known() > 0)
                .forEach(band -> text.append(line("  proposed at " + MirrorWords.depth(band), band.part())));
        text.append("%n%-38s %9s %7s".formatted("stopped", "unknown", "%,d".formatted(mirror.stopped())));
        text.append(paragraph(MirrorWords.sentences(mirror)));
        text.append(paragraph(MirrorWords.basis()));
        return text.toString();
    }

    private static String paragraph(List<String> sentences) {
        return sentences.isEmpty() ? "" : "\n\n" + String.join("\n", sentences);
    }

    private static String line(String name, Part part) {
        return part.known() == 0
                ? "%n%-38s %9s %7s".formatted(name, "-", "0")
                : String.format(
                        Locale.ROOT,
                        "%n%-38s %,9d %,7d %5.0f%%  %.0f to %.0f%%",
                        name,
                        part.right(),
                        part.known(),
                        100 * part.share(),
                        100 * part.interval().low(),
                        100 * part.interval().high());
    }
}
