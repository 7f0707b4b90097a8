package aidg.ui.whatif;

import static aidg.ui.control.Style.CONTENT;
import static aidg.ui.control.Style.DETAIL;
import static aidg.ui.control.Style.GAP_4;
import static aidg.ui.control.Style.GAP_8;
import static aidg.ui.control.Style.MUTED;
import static aidg.ui.control.Style.STRONG;

import aidg.engine.domain.Proposal;
import aidg.ui.control.Parts;
import aidg.ui.format.Figures;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/// The first day of the run: typed, or moved by a day with Up and Down and by a week with Page Up and Page Down.
final class StartControl extends VBox {

    private static final int WEEK = 7;

    private final Tries tries;
    private final Figures figures;
    private final TextField field = new TextField();
    private final Label name = Parts.whole("Starts on", CONTENT);
    private final Label was = Parts.wrapping("", DETAIL, MUTED);
    private final Hyperlink revert = Parts.doing("Revert first day", new Hyperlink("Revert"));
    private final Label wrong = Parts.wrapping("", DETAIL, "bad");
    private Optional<Proposal> proposed = Optional.empty();

    StartControl(Tries tries, Figures figures) {
        this.tries = tries;
        this.figures = figures;
        getStyleClass().addAll("term-control", GAP_4);
        field.setId("whatif-start");
        field.setAccessibleText("First day of the run");
        field.getStyleClass().addAll("figures", "date");
        field.setOnAction(done -> read());
        field.focusedProperty().subscribe(focused -> {
            if (!focused) {
                read();
            }
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        revert.getStyleClass().add(DETAIL);
        revert.setAccessibleText("Revert first day");
        revert.setOnAction(pressed -> tries.revertStart());
        tell("");
        getChildren()
                .addAll(
                        Parts.row(
                                GAP_4,
                                name,
                                Parts.spring(),
                                Parts.doing("Start a day earlier", step("\u2212", "Start a day earlier", -1)),
                                field,
                                Parts.doing("Start a day later", step("+", "Start a day later", 1))),
                        Parts.row(GAP_8, was, revert),
                        wrong);
    }

    private Button step(String sign, String words, int days) {
        Button button = Parts.button(sign, List.of(), () -> tries.shiftStart(days), "small", "bare");
        button.setAccessibleText(words);
        return button;
    }

    private void pressed(KeyEvent event) {
        int days = switch (event.getCode()) {
            case UP -> 1;
            case DOWN -> -1;
            case PAGE_UP -> WEEK;
            case PAGE_DOWN -> -WEEK;
            default -> 0;
        };
        if (days != 0) {
            read();
            tries.shiftStart(days);
            tries.get().ifPresent(this::write);
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            tries.get().ifPresent(this::write);
            tell("");
        }
    }

    /// Another proposal.
    void open(Proposal proposal) {
        proposed = Optional.of(proposal);
        tell("");
    }

    void show(Proposal tried) {
        if (!field.isFocused() || !written().equals(Optional.of(tried.startsOn()))) {
            write(tried);
        }
        LocalDate from = proposed.map(Proposal::startsOn).orElse(tried.startsOn());
        boolean changed = !tried.startsOn().equals(from);
        was.setText(changed ? "was " + figures.day(from) : figures.day(from) + ", as proposed");
        revert.setVisible(changed);
        revert.setManaged(changed);
        name.getStyleClass().remove(STRONG);
        if (changed) {
            name.getStyleClass().add(STRONG);
        }
    }

    private void write(Proposal tried) {
        field.setText(figures.date(tried.startsOn()));
        tell("");
    }

    private Optional<LocalDate> written() {
        return proposed.flatMap(one -> figures.readDate(field.getText(), one.proposedOn()));
    }

    private void read() {
        if (proposed.isEmpty()) {
            return;
        }
        LocalDate earliest = proposed.get().proposedOn();
        LocalDate latest = earliest.plusDays(Tries.LATEST_START);
        Optional<LocalDate> day = written();
        if (day.isEmpty()) {
            tell("First day: write it like %s or %s.".formatted(figures.date(earliest), earliest));
        } else if (day.get().isBefore(earliest)) {
            tell("First day: not before %s, when it was proposed.".formatted(figures.date(earliest)));
        } else if (day.get().isAfter(latest)) {
            tell("First day: at most half a year later, until %s.".formatted(figures.date(latest)));
        } else {
            tries.start(day.get());
            tries.get().ifPresent(this::write);
        }
    }

    private void tell(String problem) {
        wrong.setText(problem);
        wrong.setVisible(!problem.isEmpty());
        wrong.setManaged(!problem.isEmpty());
        field.getStyleClass().remove("wrong");
        if (!problem.isEmpty()) {
            field.getStyleClass().add("wrong");
        }
    }
}
