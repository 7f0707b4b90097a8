package aidg.ui.control;

import aidg.ui.page.Notice;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/// One line at the bottom that tells what has just happened, with the way back. Gone after six seconds.
public final class Toast extends HBox {

    private static final Duration SHOWN = Duration.seconds(6);

    private final Runnable undo;
    private final PauseTransition leaving = new PauseTransition(SHOWN);

    public Toast(Runnable undo) {
        this.undo = undo;
        getStyleClass().add("toast");
        setMaxWidth(USE_PREF_SIZE);
        setVisible(false);
        leaving.setOnFinished(done -> setVisible(false));
    }

    public void show(Notice notice) {
        var words = Parts.whole(notice.words(), Style.CONTENT);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().setAll(Parts.icon(Feather.CHECK, "icon-16"), words);
        if (notice.undoable()) {
            getChildren().add(Parts.button("Undo", List.of("Z"), undo));
        }
        setAccessibleText(notice.words());
        setVisible(true);
        leaving.playFromStart();
    }

    public void hide() {
        leaving.stop();
        setVisible(false);
    }
}
