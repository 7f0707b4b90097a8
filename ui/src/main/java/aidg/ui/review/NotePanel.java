package aidg.ui.review;

import static aidg.ui.control.Style.CONTENT;
import static aidg.ui.control.Style.DETAIL;
import static aidg.ui.control.Style.GAP_4;
import static aidg.ui.control.Style.GAP_8;
import static aidg.ui.control.Style.MUTED;
import static aidg.ui.control.Style.STRONG;

import aidg.engine.domain.Note;
import aidg.ui.control.Parts;
import aidg.ui.format.Figures;
import java.util.List;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/// Asks for a note about a merchant, under the latest ones there are. Ctrl+Enter saves, Esc drops.
final class NotePanel extends VBox implements AskingPanel {

    private static final int EARLIER = 3;
    private static final int ROWS = 3;

    private final NoteViewModel note;
    private final TextArea text = new TextArea();

    NotePanel(NoteViewModel note, Figures figures, Runnable cancel) {
        this.note = note;
        getStyleClass().addAll("floating", "draft-panel");
        setMaxHeight(USE_PREF_SIZE);
        VBox earlier = Parts.column(GAP_4);
        note.beforeProperty().subscribe(notes -> {
            earlier.getChildren().clear();
            notes.ifPresent(all -> show(all, earlier, figures));
        });
        text.setId("note-text");
        text.setPrefRowCount(ROWS);
        text.setWrapText(true);
        text.setPromptText("What is to be known about this merchant");
        text.setAccessibleText("Note about " + note.item().merchant().name());
        text.textProperty().bindBidirectional(note.textProperty());
        Button save = Parts.button("Save note", List.of("Ctrl", "Enter"), note::confirm, "accent");
        save.disableProperty().bind(note.canConfirmProperty().not());
        getChildren()
                .addAll(
                        Parts.whole("Note about " + note.item().merchant().name(), CONTENT, STRONG),
                        earlier,
                        text,
                        Parts.wrapping(
                                "Scores stay as they are today. The model reads the note at the next start or import, once the data reach to this day.",
                                DETAIL,
                                MUTED),
                        Parts.row(GAP_8, Parts.spring(), Parts.button("Cancel", List.of("Esc"), cancel), save));
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private static void show(List<Note> all, VBox earlier, Figures figures) {
        if (all.isEmpty()) {
            earlier.getChildren().add(Parts.whole("Nothing is written about it yet.", DETAIL, MUTED));
        }
        all.stream()
                .limit(EARLIER)
                .forEach(one -> earlier.getChildren()
                        .add(Parts.wrapping(
                                "%s, %s: %s".formatted(figures.date(one.writtenOn()), one.managerId(), one.text()),
                                DETAIL,
                                MUTED)));
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
            note.confirm();
            event.consume();
        } else if (event.getCode() == KeyCode.TAB && event.getTarget() == text) {
            // In a note Tab is the way on, not a character.
            text.requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            event.consume();
        }
    }

    @Override
    public void focusFirst() {
        text.requestFocus();
    }
}
