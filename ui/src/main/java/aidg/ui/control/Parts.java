package aidg.ui.control;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Makes the small parts every view consists of, dressed by style classes.
public final class Parts {

    private static final String DOES = "aidg-action";

    private Parts() {}

    public static Label label(String text, String... styles) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styles);
        return label;
    }

    /// A label that is never cut short.
    public static Label whole(String text, String... styles) {
        Label label = label(text, styles);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    /// A label that breaks into lines instead of being cut short.
    public static Label wrapping(String text, String... styles) {
        Label label = label(text, styles);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    public static Text text(String words, String... styles) {
        Text text = new Text(words);
        text.getStyleClass().addAll(styles);
        return text;
    }

    public static FontIcon icon(Feather feather, String... styles) {
        FontIcon icon = new FontIcon(feather);
        icon.getStyleClass().addAll(styles);
        return icon;
    }

    public static Region hairline() {
        Region line = new Region();
        line.getStyleClass().add("hairline");
        return line;
    }

    /// Takes what space is left in a row.
    public static Region spring() {
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        return spring;
    }

    public static HBox row(String gap, Node... children) {
        HBox row = new HBox(children);
        row.getStyleClass().addAll(gap, Style.MIDDLE);
        return row;
    }

    public static VBox column(String gap, Node... children) {
        VBox column = new VBox(children);
        column.getStyleClass().add(gap);
        return column;
    }

    /// A button that shows the keys that do the same.
    public static Button button(String words, List<String> keys, Runnable run, String... styles) {
        Button button = new Button(words);
        button.getStyleClass().addAll(styles);
        if (!keys.isEmpty()) {
            button.setGraphic(new KeyHint(keys));
            button.setContentDisplay(ContentDisplay.RIGHT);
        }
        button.setAccessibleText(keys.isEmpty() ? words : words + ", key " + String.join(" ", keys));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(pressed -> run.run());
        return button;
    }

    /// Notes the action of the palette that a control does too, for a control that shows no keys.
    ///
    /// @param action its words: `Light or dark`
    public static <T extends Node> T doing(String action, T control) {
        control.getProperties().put(DOES, action);
        return control;
    }

    /// The action that was noted for a control.
    public static Optional<String> actionOf(Node control) {
        return control.hasProperties()
                ? Optional.ofNullable(control.getProperties().get(DOES)).map(Object::toString)
                : Optional.empty();
    }

    /// A button with an icon only; `words` name it for screen readers.
    public static Button iconButton(Feather feather, String words, Runnable run) {
        Button button = new Button();
        button.setGraphic(icon(feather, "icon-16"));
        button.getStyleClass().add(Style.BARE);
        button.setAccessibleText(words);
        button.setOnAction(pressed -> run.run());
        return button;
    }
}
