package aidg.ui.review;

import aidg.engine.ScoredDeal;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.OverrideReason;
import aidg.engine.review.ReasonCheck;
import aidg.engine.review.ReviewItem;
import aidg.ui.page.Problem;
import aidg.ui.page.Surroundings;
import aidg.ui.task.Slot;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// An override being written: why, in which words, and with which new terms. While terms are typed they are scored
/// again, the latest only.
final class DraftViewModel implements Asking {

    /// In the order of their keys.
    static final List<OverrideReason> REASONS = List.of(OverrideReason.values());

    private final ReviewDesk desk;
    private final ReviewItem item;
    private final boolean editsTerms;
    private final BiConsumer<DraftViewModel, Choice.Overriding> onConfirm;
    private final Slot scoring;
    private final TermsText text;
    private final ObjectProperty<Optional<OverrideReason>> reason = new SimpleObjectProperty<>(Optional.empty());
    private final StringProperty comment = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<ScoredDeal>> rescored = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final BooleanBinding overrulesGuard;
    private final StringBinding contradiction;
    private final BooleanBinding canConfirm;

    DraftViewModel(
            ReviewDesk desk,
            Surroundings surroundings,
            ReviewItem item,
            boolean editsTerms,
            BiConsumer<DraftViewModel, Choice.Overriding> onConfirm) {
        this.desk = desk;
        this.item = item;
        this.editsTerms = editsTerms;
        this.onConfirm = onConfirm;
        scoring = surroundings.background().slot();
        text = new TermsText(item.scored().proposal().terms(), surroundings.figures());
        overrulesGuard = Bindings.createBooleanBinding(
                () -> rescored.get()
                        .filter(scored -> !scored.guard().allowed())
                        .filter(scored ->
                                changed().equals(Optional.of(scored.proposal().terms())))
                        .isPresent(),
                rescored,
                text.termsProperty());
        contradiction = Bindings.createStringBinding(this::contradicting, reason, text.termsProperty());
        canConfirm = Bindings.createBooleanBinding(
                () -> reason.get().isPresent()
                        && (!editsTerms || changed().isPresent())
                        && contradiction.get().isEmpty()
                        && !(overrulesGuard.get() && comment.get().isBlank()),
                reason,
                text.termsProperty(),
                contradiction,
                overrulesGuard,
                comment);
        text.termsProperty().subscribe(now -> rescore());
    }

    private void rescore() {
        problem.set(Optional.empty());
        changed()
                .ifPresentOrElse(
                        terms -> scoring.run(
                                () -> desk.rescore(item.scored().proposal(), terms),
                                scored -> rescored.set(Optional.of(scored)),
                                failed -> problem.set(Optional.of(Problem.of(
                                        "The new terms could not be scored", failed, "Change them, or press Esc.")))),
                        () -> {
                            scoring.cancel();
                            rescored.set(Optional.empty());
                        });
    }

    /// The new terms, if they can be read and differ from the proposed ones.
    private Optional<DealTerms> changed() {
        return text.termsProperty()
                .get()
                .filter(terms -> !terms.equals(item.scored().proposal().terms()));
    }

    private String contradicting() {
        DealTerms before = item.scored().proposal().terms();
        return reason.get()
                .flatMap(why -> changed()
                        .filter(after -> editsTerms)
                        .map(after -> ReasonCheck.contradiction(why, before, after)))
                .orElse("");
    }

    void confirm() {
        if (canConfirm.get()) {
            drop();
            onConfirm.accept(
                    this,
                    new Choice.Overriding(
                            reason.get().orElseThrow(),
                            editsTerms ? changed().orElse(null) : null,
                            comment.get().strip()));
        }
    }

    @Override
    public void drop() {
        scoring.cancel();
    }

    /// Picks by position in `REASONS`, from 0; others are ignored.
    void pick(int position) {
        if (position >= 0 && position < REASONS.size()) {
            reason.set(Optional.of(REASONS.get(position)));
        }
    }

    ReviewItem item() {
        return item;
    }

    boolean editsTerms() {
        return editsTerms;
    }

    TermsText text() {
        return text;
    }

    ObjectProperty<Optional<OverrideReason>> reasonProperty() {
        return reason;
    }

    StringProperty commentProperty() {
        return comment;
    }

    /// The proposal under the new terms, once they have been scored.
    ReadOnlyObjectProperty<Optional<ScoredDeal>> rescoredProperty() {
        return rescored.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// Whether the guard refuses the new terms, so that they need a comment to go out.
    BooleanBinding overrulesGuardProperty() {
        return overrulesGuard;
    }

    /// How the reason contradicts the new terms; empty if it does not.
    StringBinding contradictionProperty() {
        return contradiction;
    }

    BooleanBinding canConfirmProperty() {
        return canConfirm;
    }
}
