package aidg.ui.data;

import static aidg.ui.control.Style.CONTENT;
import static aidg.ui.control.Style.DETAIL;
import static aidg.ui.control.Style.FIGURE;
import static aidg.ui.control.Style.MEDIUM;
import static aidg.ui.control.Style.MUTED;

import aidg.ui.control.Parts;
import aidg.ui.control.Provenance;
import aidg.ui.control.Skeleton;
import aidg.ui.format.Figures;
import aidg.ui.page.Problem;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The data in use, in one line of figures.
final class SnapshotStrip extends HBox {

    private final Figures figures;
    private final Runnable tryAgain;

    SnapshotStrip(Figures figures, Runnable tryAgain) {
        this.figures = figures;
        this.tryAgain = tryAgain;
        getStyleClass().add("snapshot-strip");
    }

    void show(SnapshotState state) {
        getChildren()
                .setAll(
                        switch (state) {
                            case SnapshotState.Loading() -> new Skeleton(24, 420);
                            case SnapshotState.Loaded(Snapshot snapshot) -> loaded(snapshot);
                            case SnapshotState.None() ->
                                Parts.row(
                                        "gap-12",
                                        Parts.icon(Feather.DATABASE, "icon-24", MUTED),
                                        new VBox(
                                                Parts.whole("No data yet", CONTENT, MEDIUM),
                                                Parts.whole(
                                                        "Choose a folder below to import a marketplace.",
                                                        DETAIL,
                                                        MUTED)));
                            case SnapshotState.Broken(Problem problem) ->
                                Parts.row(
                                        "gap-12",
                                        Parts.icon(Feather.ALERT_TRIANGLE, "icon-24", "bad"),
                                        new VBox(
                                                Parts.wrapping(problem.words(), CONTENT, MEDIUM),
                                                Parts.wrapping(problem.next(), DETAIL, MUTED)),
                                        Parts.button("Try again", List.of(), tryAgain, "small"));
                        });
    }

    private Node loaded(Snapshot snapshot) {
        HBox all = new HBox(
                counted(snapshot.merchants(), "merchants", snapshot),
                counted(snapshot.deals(), "past deals", snapshot),
                counted(snapshot.proposals(), "open proposals", snapshot),
                named("As of", figures.date(snapshot.asOf())),
                named("Imported", figures.moment(snapshot.importedAt())),
                named("Data hash", shortHash(snapshot.dataHash())));
        all.getStyleClass().add("snapshot-figures");
        all.setFillHeight(false);
        return all;
    }

    private Node counted(long count, String words, Snapshot snapshot) {
        Label figure = Parts.whole(figures.count(count), FIGURE);
        new Provenance(
                        words,
                        "",
                        snapshot.source(),
                        figures.moment(snapshot.importedAt()) + ", " + figures.utc(snapshot.importedAt()),
                        "")
                .explain(figure);
        return new VBox(figure, Parts.whole(words, DETAIL, MUTED));
    }

    private static Node named(String name, String value) {
        VBox both = new VBox(Parts.whole(value, CONTENT, MEDIUM), Parts.whole(name, DETAIL, MUTED));
        both.getStyleClass().add("snapshot-named");
        return both;
    }

    static String shortHash(String hash) {
        return hash.length() > 8 ? hash.substring(0, 8) : hash;
    }
}
