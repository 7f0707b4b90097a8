package aidg.ui.review;

import aidg.engine.domain.Money;
import aidg.engine.domain.OverrideReason;
import aidg.engine.review.ReviewItem;
import aidg.ui.format.Figures;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What is about to be done with one or many proposals at once, shown before it is done.
final class PreviewViewModel implements Asking {

    /// What is about to be done.
    enum Kind {
        APPROVE("Approve"),
        OVERRIDE("Override"),
        SNOOZE("Snooze");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /// A day that is offered.
    record Day(String words, LocalDate date) {}

    private final Kind kind;
    private final List<ReviewItem> all;
    private final List<ReviewItem> affected;
    private final Figures figures;
    private final List<Day> days;
    private final LocalDate today;
    private final BiConsumer<List<ReviewItem>, Choice> onConfirm;
    private final ObjectProperty<Optional<OverrideReason>> reason = new SimpleObjectProperty<>(Optional.empty());
    private final StringProperty comment = new SimpleStringProperty("");
    private final StringProperty day = new SimpleStringProperty("");
    private final BooleanBinding canConfirm;

    /// @param today the day on which somebody reviews
    PreviewViewModel(
            Kind kind,
            List<ReviewItem> items,
            Figures figures,
            LocalDate today,
            BiConsumer<List<ReviewItem>, Choice> onConfirm) {
        this.kind = kind;
        this.figures = figures;
        this.today = today;
        this.onConfirm = onConfirm;
        all = List.copyOf(items);
        affected = kind == Kind.APPROVE
                ? items.stream().filter(item -> item.scored().guard().allowed()).toList()
                : all;
        days = List.of(
                new Day("Tomorrow", today.plusDays(1)),
                new Day("In three days", today.plusDays(3)),
                new Day("Next Monday", today.with(TemporalAdjusters.next(DayOfWeek.MONDAY))),
                new Day("In two weeks", today.plusWeeks(2)),
                new Day("In a month", today.plusMonths(1)));
        canConfirm = Bindings.createBooleanBinding(this::isComplete, reason, day);
    }

    private boolean isComplete() {
        return !affected.isEmpty()
                && switch (kind) {
                    case APPROVE -> true;
                    case OVERRIDE -> reason.get().isPresent();
                    case SNOOZE -> until().isPresent();
                };
    }

    /// The day that was typed or picked, if it can be read and lies ahead.
    Optional<LocalDate> until() {
        try {
            return Optional.of(LocalDate.parse(day.get().strip())).filter(date -> date.isAfter(today));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /// What is wrong with the day, empty while nothing is.
    Optional<String> dayProblem() {
        return day.get().isBlank() || until().isPresent()
                ? Optional.empty()
                : Optional.of("A day after today, like %s".formatted(today.plusDays(1)));
    }

    /// What will happen, in one or two sentences.
    String words() {
        int left = all.size() - affected.size();
        String stay = left == 0
                ? ""
                : " %s refused by the safety guard and %s."
                        .formatted(left == 1 ? "1 is" : figures.count(left) + " are", left == 1 ? "stays" : "stay");
        return switch (kind) {
            case APPROVE ->
                "%s of %s go out as proposed; together they are expected to earn %s of gross profit in 30 days.%s"
                        .formatted(
                                figures.count(affected.size()),
                                figures.count(all.size()),
                                figures.money(stake()),
                                stay);
            case OVERRIDE ->
                "%s will not go out; together they were expected to earn %s of gross profit in 30 days."
                        .formatted(proposals(), figures.money(stake()));
            case SNOOZE -> "%s will leave the queue and come back on the morning of that day.".formatted(proposals());
        };
    }

    private String proposals() {
        return affected.size() == 1
                ? affected.getFirst().merchant().name()
                : figures.count(affected.size()) + " proposals";
    }

    private Money stake() {
        return new Money(affected.stream()
                .mapToLong(item -> item.scored().expectedGp30().cents())
                .sum());
    }

    void confirm() {
        if (canConfirm.get()) {
            onConfirm.accept(affected, choice());
        }
    }

    private Choice choice() {
        return switch (kind) {
            case APPROVE -> new Choice.Approving();
            case OVERRIDE ->
                new Choice.Overriding(
                        reason.get().orElseThrow(), null, comment.get().strip());
            case SNOOZE -> {
                LocalDate until = until().orElseThrow();
                yield new Choice.Snoozing(until, "snoozed until " + figures.day(until));
            }
        };
    }

    /// Picks a reason or a day by its position, from 0; others are ignored.
    void pick(int position) {
        if (kind == Kind.OVERRIDE && position >= 0 && position < DraftViewModel.REASONS.size()) {
            reason.set(Optional.of(DraftViewModel.REASONS.get(position)));
        }
        if (kind == Kind.SNOOZE && position >= 0 && position < days.size()) {
            day.set(days.get(position).date().toString());
        }
    }

    Kind kind() {
        return kind;
    }

    /// Rows that it is about, those that will stay included.
    List<ReviewItem> all() {
        return all;
    }

    /// Rows that will change.
    List<ReviewItem> affected() {
        return affected;
    }

    List<Day> days() {
        return days;
    }

    ObjectProperty<Optional<OverrideReason>> reasonProperty() {
        return reason;
    }

    StringProperty commentProperty() {
        return comment;
    }

    /// The day until which they are put off, as `2026-12-01`.
    StringProperty dayProperty() {
        return day;
    }

    BooleanBinding canConfirmProperty() {
        return canConfirm;
    }
}
