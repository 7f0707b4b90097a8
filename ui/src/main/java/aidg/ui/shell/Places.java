package aidg.ui.shell;

import aidg.ui.data.DataPage;
import aidg.ui.mirror.MirrorPage;
import aidg.ui.page.Action.Group;
import aidg.ui.page.Destination;
import aidg.ui.page.Page;
import aidg.ui.page.Selection;
import aidg.ui.page.Shortcut;
import aidg.ui.page.Surroundings;
import aidg.ui.paper.Papers;
import aidg.ui.portfolio.PortfolioPage;
import aidg.ui.review.ReviewPage;
import aidg.ui.rules.RulesPage;
import aidg.ui.scenario.ScenarioPage;
import aidg.ui.second.SecondReadingPage;
import aidg.ui.session.SessionPage;
import aidg.ui.similar.SimilarPage;
import aidg.ui.whatif.WhatIfPage;
import aidg.ui.why.WhyPage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.kordamp.ikonli.feather.Feather;

/// Every view there is, in the order of the rail.
final class Places {

    private static final String REVIEW = "Review";
    private static final String WHAT_IF = "What-if";

    private final List<Place> all = new ArrayList<>();
    private final ReviewPage review;

    /// @param otherData      called when other data has come into use
    /// @param otherReader    called when somebody else has sat down
    /// @param keysAsked      called when somebody asks for the sheet of keys
    Places(
            WorkbenchPorts ports,
            Surroundings surroundings,
            Runnable otherData,
            Runnable otherReader,
            Runnable keysAsked) {
        review = new ReviewPage(ports.review(), new Papers(ports.papers(), surroundings), surroundings, keysAsked);
        Selection selection = review.selection();
        room(REVIEW, "the queue", Feather.INBOX, KeyCode.DIGIT1, Destination.Review.QUEUE, Group.QUEUE, review);
        under(
                REVIEW,
                "Session",
                "its clock, summary and report",
                Feather.CLOCK,
                KeyCode.S,
                new Destination.Session(),
                Group.SESSION,
                new SessionPage(ports.session(), surroundings));
        under(
                REVIEW,
                "Second reading",
                "blind, and where two readers differ",
                Feather.EYE,
                KeyCode.R,
                new Destination.SecondReading(),
                Group.SECOND_READING,
                new SecondReadingPage(ports.secondReading(), surroundings, review::loadAt, otherReader));
        under(
                REVIEW,
                "My record",
                "what became of your decisions",
                Feather.USER_CHECK,
                KeyCode.M,
                new Destination.Mirror(),
                Group.MIRROR,
                new MirrorPage(ports.mirror(), surroundings));
        room(
                WHAT_IF,
                "other terms",
                Feather.SLIDERS,
                KeyCode.DIGIT2,
                new Destination.WhatIf(),
                Group.WHAT_IF,
                new WhatIfPage(ports.whatIf(), surroundings, selection));
        under(
                WHAT_IF,
                "Scenarios",
                "saved terms, side by side",
                Feather.COLUMNS,
                KeyCode.C,
                new Destination.Scenarios(),
                Group.SCENARIOS,
                new ScenarioPage(ports.scenarios(), surroundings, selection));
        under(
                WHAT_IF,
                "Portfolio",
                "one policy over many deals",
                Feather.LAYERS,
                KeyCode.P,
                new Destination.Portfolio(),
                Group.PORTFOLIO,
                new PortfolioPage(ports.portfolio(), surroundings, selection));
        room(
                "Why",
                "what drives the score",
                Feather.HELP_CIRCLE,
                KeyCode.DIGIT3,
                new Destination.Why(),
                Group.WHY,
                new WhyPage(ports.why(), surroundings, selection));
        room(
                "Similar",
                "merchants like this one",
                Feather.USERS,
                KeyCode.DIGIT4,
                Destination.Similar.TO_SELECTED,
                Group.SIMILAR,
                new SimilarPage(ports.similar(), surroundings, selection));
        room(
                "Rules",
                "what the model does, as IF-THEN",
                Feather.GIT_BRANCH,
                KeyCode.DIGIT5,
                new Destination.Rules(),
                Group.RULES,
                new RulesPage(ports.rules(), surroundings, selection));
        room(
                "Data",
                "import and refused rows",
                Feather.DATABASE,
                KeyCode.DIGIT6,
                new Destination.Data(),
                Group.DATA,
                new DataPage(ports.data(), surroundings, otherData));
    }

    private void room(
            String word, String context, Feather icon, KeyCode key, Destination home, Group group, Page page) {
        all.add(new Place(word, context, word, icon, Shortcut.control(key), home, group, page));
    }

    private void under(
            String room,
            String word,
            String context,
            Feather icon,
            KeyCode key,
            Destination home,
            Group group,
            Page page) {
        all.add(new Place(word, context, room, icon, Shortcut.alt(key), home, group, page));
    }

    List<Place> all() {
        return List.copyOf(all);
    }

    Stream<Page> pages() {
        return all.stream().map(Place::page);
    }

    /// The view that a destination is in.
    Place of(Destination destination) {
        return all.stream()
                .filter(place -> place.holds(destination))
                .findFirst()
                .orElseThrow();
    }

    ReviewPage review() {
        return review;
    }

    /// The only view of its kind.
    <P extends Page> P page(Class<P> kind) {
        return pages().filter(kind::isInstance).map(kind::cast).findFirst().orElseThrow();
    }
}
