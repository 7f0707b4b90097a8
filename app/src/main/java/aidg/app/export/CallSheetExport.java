package aidg.app.export;

import aidg.engine.review.CallSheet;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A call sheet in the forms that it leaves the workbench in.
///
/// @param sheet what it says
public record CallSheetExport(CallSheet sheet) {

    /// One A4 page with its fonts; the same sheet gives the same bytes.
    public byte[] pdf() throws IOException {
        return CallSheetPdf.bytes(sheet);
    }

    /// For people at a terminal.
    public String text() {
        return CallSheetText.of(sheet);
    }

    /// For programs.
    public Map<String, @Nullable Object> json() {
        return CallSheetJson.of(sheet);
    }
}
