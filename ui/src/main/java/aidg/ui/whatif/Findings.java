package aidg.ui.whatif;

import aidg.engine.ScoredDeal;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Proposal;
import aidg.engine.review.ReviewItem;
import aidg.engine.whatif.Axis;
import aidg.engine.whatif.Curve;
import aidg.engine.whatif.Limits;
import aidg.engine.whatif.SmallestEdit;
import aidg.engine.whatif.Surface;
import aidg.ui.task.Background;
import aidg.ui.task.Slot;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What is worked out of the proposal that is tried. Of each figure only the latest that was asked for arrives.
final class Findings {

    private final WhatIfDesk desk;
    private final Consumer<Exception> failed;
    private final Slot scoring;
    private final Slot curving;
    private final Slot originals;
    private final Slot planes;
    private final Slot searching;
    private final Slot comparing;
    private final ReadOnlyObjectWrapper<Optional<ScoredDeal>> scored = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Curve>> curves = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Curve>> before = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Surface>> surface = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<SmallestEdit.Answer>> answer =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Compared> compared = new ReadOnlyObjectWrapper<>(Compared.LOOKING);

    /// Deals of similar merchants, as far as they are known.
    ///
    /// @param words why there are none, or that they are looked for; empty if they are there
    record Compared(List<WhatIfDesk.ComparableDeal> deals, String words) {

        static final Compared LOOKING = new Compared(List.of(), "looking for comparable deals");
    }

    /// @param failed told of what could not be worked out
    Findings(WhatIfDesk desk, Background background, Consumer<Exception> failed) {
        this.desk = desk;
        this.failed = failed;
        scoring = background.slot();
        curving = background.slot();
        originals = background.slot();
        planes = background.slot();
        searching = background.slot();
        comparing = background.slot();
    }

    /// What stays as long as the proposal does.
    void begin(ReviewItem item, List<Axis> axes) {
        Proposal proposal = item.scored().proposal();
        scored.set(Optional.of(item.scored()));
        originals.run(() -> desk.curves(proposal, proposal.terms(), axes), before::set, failed);
        comparing.runLong(
                "Finding comparable deals",
                progress -> desk.comparables(item, progress),
                activity -> {},
                found -> compared.set(
                        new Compared(found, found.isEmpty() ? "no comparable deal's outcome is known" : "")),
                problem -> compared.set(new Compared(List.of(), "comparable deals could not be found")));
    }

    /// Scores what is tried, and what each of its terms does alone.
    ///
    /// @param proposed the proposal as it is, scored
    void follow(Proposal tried, ScoredDeal proposed, List<Axis> axes) {
        if (tried.equals(proposed.proposal())) {
            scoring.cancel();
            scored.set(Optional.of(proposed));
        } else {
            scoring.run(() -> desk.score(tried, tried.terms()), found -> scored.set(Optional.of(found)), failed);
        }
        curving.run(() -> desk.curves(tried, tried.terms(), axes), curves::set, failed);
    }

    void draw(Proposal proposal, DealTerms base, Axis x, Axis y) {
        planes.run(() -> desk.surface(proposal, base, x, y), found -> surface.set(Optional.of(found)), failed);
    }

    void search(Proposal proposal, Limits limits, double leastScore) {
        answer.set(Optional.empty());
        searching.run(
                () -> desk.smallest(proposal, limits, leastScore), found -> answer.set(Optional.of(found)), failed);
    }

    /// Nothing that is known holds any more.
    void forget() {
        List.of(scoring, curving, originals, planes, searching, comparing).forEach(Slot::cancel);
        scored.set(Optional.empty());
        curves.set(List.of());
        before.set(List.of());
        surface.set(Optional.empty());
        answer.set(Optional.empty());
        compared.set(Compared.LOOKING);
    }

    /// What the proposal would bring as it is tried; may lag behind by a moment.
    ReadOnlyObjectProperty<Optional<ScoredDeal>> scoredProperty() {
        return scored.getReadOnlyProperty();
    }

    /// What each term does alone, the others as they are tried.
    ReadOnlyObjectProperty<List<Curve>> curvesProperty() {
        return curves.getReadOnlyProperty();
    }

    /// The same, the others as proposed.
    ReadOnlyObjectProperty<List<Curve>> beforeProperty() {
        return before.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Surface>> surfaceProperty() {
        return surface.getReadOnlyProperty();
    }

    /// Empty while it is looked for.
    ReadOnlyObjectProperty<Optional<SmallestEdit.Answer>> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Compared> comparedProperty() {
        return compared.getReadOnlyProperty();
    }
}
