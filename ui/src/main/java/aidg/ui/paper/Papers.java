package aidg.ui.paper;

import aidg.ui.page.Problem;
import aidg.ui.page.SaveDialog;
import aidg.ui.page.Saving;
import aidg.ui.page.Surroundings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Node;

/// Asks where a paper shall be written, writes it in the background and tells how that went.
public final class Papers {

    private final PaperDesk desk;
    private final Saving saving;

    public Papers(PaperDesk desk, Surroundings surroundings) {
        this.desk = desk;
        saving = new Saving(surroundings);
    }

    /// One page to hold while phoning the merchant.
    ///
    /// @param over the view that asks
    public void callSheet(Node over, String dealId) {
        SaveDialog.ask(over, "Save call sheet", name("call-sheet", dealId, "pdf"), List.of("pdf"))
                .ifPresent(file -> callSheet(dealId, file));
    }

    /// The same, as if the person had chosen the file.
    public void callSheet(String dealId, Path file) {
        saving.writeLong(
                "Writing the call sheet of " + dealId, file, progress -> desk.callSheet(dealId, file, progress));
    }

    /// The signed packet of the decision on a deal.
    ///
    /// @param over the view that asks
    public void packet(Node over, String dealId) {
        SaveDialog.ask(over, "Save decision packet", name("packet", dealId, "json"), List.of("json"))
                .ifPresent(file -> packet(dealId, file));
    }

    /// The same, as if the person had chosen the file.
    public void packet(String dealId, Path file) {
        saving.writeLong(
                "Writing the decision packet of " + dealId, file, progress -> desk.packet(dealId, file, progress));
    }

    /// Ids come from imported files and may hold anything.
    private static String name(String kind, String dealId, String ending) {
        return "%s-%s.%s".formatted(kind, dealId.replaceAll("[^A-Za-z0-9._-]", "_"), ending);
    }

    /// Why the last paper could not be written.
    public ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return saving.problemProperty();
    }

    /// The person has seen it.
    public void dismissProblem() {
        saving.dismissProblem();
    }
}
