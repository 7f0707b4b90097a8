package aidg.app.cli;

import aidg.app.Failure;
import aidg.app.ReviewSettings;
import aidg.app.Session;
import aidg.engine.DealEngine;
import aidg.engine.ScoredDeal;
import aidg.engine.domain.Progress;
import aidg.engine.review.QueueFilter;
import aidg.engine.review.ReviewItem;
import aidg.engine.review.ReviewQueue;
import aidg.engine.review.Snooze;
import aidg.engine.review.Standing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `workbench queue`.
@CommandLine.Command(
        name = "queue",
        description = {
            "List the proposals that await review, most worth a look first.",
            "Value of review = expected gross profit x width of the score's interval x chance of an override.",
            "90%% is the score's interval, exp. GP30 the gross profit expected of 30 days, value the value of review.",
            "✗ marks what the safety guard refuses: it can be overridden, not approved.",
            ""
        })
final class QueueCommand extends Command.InWorkspace {

    @Option(
            names = "--top",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many to list. Default: ${DEFAULT-VALUE}.")
    private int top;

    @Option(
            names = "--filter",
            paramLabel = "LINE",
            defaultValue = "",
            description = {
                "Only what passes: words of merchant, offer, category, place or reason; category:spa, city:chicago,",
                "guard:rejected, is:snoozed; score<50, override>30, discount>=40, gp30>5000, price<30, days>14.",
                "All terms must hold, -TERM must not."
            })
    private String filter = "";

    @Mixin
    private DeviceOption device = new DeviceOption();

    QueueCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Result run(ProgressLine progress) {
        if (top < 1) {
            throw Failure.badInput("--top is %d, which shows nothing.".formatted(top), "--top", "Ask for at least 1.");
        }
        QueueFilter sieve = sieve();
        try (Session session = open(progress);
                DealEngine engine = engine(session, session.marketplace(progress), device.chosen(), progress)) {
            List<ReviewItem> all = awaiting(
                    session,
                    engine,
                    sieve.snoozed(),
                    LocalDate.now(surroundings().clock()),
                    progress);
            List<QueueFilter.Row> rows = all.stream().map(QueueFilter.Row::of).toList();
            List<ReviewItem> queue = rows.stream()
                    .filter(sieve::shows)
                    .map(QueueFilter.Row::item)
                    .toList();
            String none = queue.isEmpty()
                    ? sieve.nowhere(rows)
                            .map("No proposal of the queue passes '%s' alone; is it written rightly?%n"::formatted)
                            .orElse("")
                    : "";
            String of = queue.size() == all.size() ? "" : "Of %,d, ".formatted(all.size());
            return Result.of(
                    Map.of("proposals", rows(queue.subList(0, Math.min(top, queue.size())))),
                    none + of + table(queue, top));
        }
    }

    private QueueFilter sieve() {
        return switch (QueueFilter.read(filter)) {
            case QueueFilter.Read(QueueFilter read) -> read;
            case QueueFilter.Refused(String term, String why) ->
                throw Failure.badInput("--filter cannot be read at '%s'.".formatted(term), "--filter", sentence(why));
        };
    }

    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
    }

    /// Proposals without a decision in force, ranked by the weights that were set.
    ///
    /// @param snoozed those that are put off instead of those that are not
    static List<ReviewItem> awaiting(
            Session session, DealEngine engine, boolean snoozed, LocalDate today, Progress progress) {
        Standing standing = Standing.of(session.workspace().decisions());
        Set<String> asleep = session.workspace().snoozes().all().stream()
                .filter(snooze -> snooze.sleepsOn(today))
                .map(Snooze::dealId)
                .collect(Collectors.toSet());
        ReviewQueue queue = new ReviewQueue(engine.marketplace());
        List<ReviewItem> open = engine.scoreOpen(progress).stream()
                .filter(scored -> standing.awaits(scored.proposal().id()))
                .filter(scored -> asleep.contains(scored.proposal().id()) == snoozed)
                .map(queue::item)
                .toList();
        return ReviewQueue.ranked(open, new ReviewSettings(session.workspace()).weights());
    }

    /// The same rows for `--json`.
    static List<Map<String, Object>> rows(List<ReviewItem> items) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (ReviewItem item : items) {
            ScoredDeal scored = item.scored();
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("rank", rows.size() + 1);
            row.put("dealId", scored.proposal().id());
            row.put("merchantId", scored.proposal().merchantId());
            row.put("merchant", item.merchant().name());
            row.put("title", scored.proposal().title());
            row.put("score", scored.score());
            row.put("low", scored.interval().low());
            row.put("high", scored.interval().high());
            row.put("expectedGp30", scored.expectedGp30());
            row.put("risk", scored.risk());
            row.put("overrideChance", item.value().overrideChance());
            row.put("reviewValue", item.value().worth());
            row.put("reason", item.reason());
            row.put("allowed", scored.guard().allowed());
            rows.add(row);
        }
        return rows;
    }

    /// The first rows of a queue as a table.
    static String table(List<ReviewItem> queue, int top) {
        int width = queue.stream()
                .limit(top)
                .mapToInt(item -> item.scored().proposal().id().length())
                .reduce(8, Math::max);
        StringBuilder text = new StringBuilder(
                "%,d %s review%n".formatted(queue.size(), queue.size() == 1 ? "proposal awaits" : "proposals await"));
        text.append("%4s    %s  %-26s %-34s %5s  %9s %10s %7s  %s%n"
                .formatted(
                        "",
                        padded("deal", width),
                        "merchant",
                        "offer",
                        "score",
                        "90%",
                        "exp. GP30",
                        "value",
                        "why look"));
        for (int i = 0; i < Math.min(top, queue.size()); i++) {
            ReviewItem item = queue.get(i);
            ScoredDeal s = item.scored();
            text.append(String.format(
                    Locale.ROOT,
                    "%4d  %s %s  %-26s %-34s %4.0f%%  %3.0f–%3.0f%% %10s %7s  %s%n",
                    i + 1,
                    s.guard().allowed() ? " " : "✗",
                    padded(s.proposal().id(), width),
                    cut(item.merchant().name(), 26),
                    cut(s.proposal().title(), 34),
                    100 * s.score(),
                    100 * s.interval().low(),
                    100 * s.interval().high(),
                    Sentences.dollars(s.expectedGp30()),
                    Sentences.dollars(item.value().worth()),
                    item.reason()));
        }
        if (queue.stream().limit(top).anyMatch(item -> !item.scored().guard().allowed())) {
            text.append("✗ the safety guard refuses it: `workbench score --deal ID` says why");
        }
        return text.toString().stripTrailing();
    }

    private static String padded(String words, int width) {
        return words + " ".repeat(width - words.length());
    }

    private static String cut(String words, int most) {
        return words.length() <= most ? words : words.substring(0, most - 1) + "…";
    }
}
