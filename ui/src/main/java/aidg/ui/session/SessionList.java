package aidg.ui.session;

import static aidg.ui.control.Style.DETAIL;
import static aidg.ui.control.Style.GAP_8;
import static aidg.ui.control.Style.MEDIUM;
import static aidg.ui.control.Style.MUTED;

import aidg.engine.review.ReviewSession;
import aidg.ui.control.Parts;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// All sessions, the last one first; to select one shows it.
final class SessionList extends ListView<ReviewSession> {

    private static final double ROW = 44;

    private boolean filling;

    /// @param worked time worked in a session by now
    /// @param choose shows one
    SessionList(SessionWords words, Function<ReviewSession, Duration> worked, Consumer<ReviewSession> choose) {
        getStyleClass().add("session-list");
        setId("sessions");
        setAccessibleText("Sessions, the last one first");
        setFixedCellSize(ROW);
        setCellFactory(self -> new ListCell<>() {
            @Override
            protected void updateItem(@Nullable ReviewSession item, boolean empty) {
                super.updateItem(item, empty);
                setGraphic(
                        empty || item == null
                                ? null
                                : new VBox(
                                        Parts.row(
                                                GAP_8,
                                                Parts.label("Session " + item.number(), DETAIL, MEDIUM),
                                                Parts.spring(),
                                                Parts.whole(words.row(item, worked.apply(item)), DETAIL)),
                                        Parts.label(words.begun(item), DETAIL, MUTED)));
            }
        });
        getSelectionModel().selectedItemProperty().subscribe(item -> {
            if (item != null && !filling) {
                choose.accept(item);
            }
        });
    }

    /// @param shown number of the one that is shown
    void show(List<ReviewSession> all, long shown) {
        filling = true;
        try {
            if (!getItems().equals(all.reversed())) {
                getItems().setAll(all.reversed());
            }
            getItems().stream()
                    .filter(one -> one.number() == shown)
                    .forEach(one -> getSelectionModel().select(one));
        } finally {
            filling = false;
        }
    }
}
