package aidg.engine.marketplace.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/// Rows of a JSON file: an array of objects, or objects one after the other. In a file of JSON lines a line
/// that cannot be read costs one row; in an array everything after the fault is lost, and the refusal says so.
final class JsonRows implements RowReader {

    private static final System.Logger LOG = System.getLogger(JsonRows.class.getName());

    /// As many unknown names as are remembered.
    private static final int MOST_IGNORED = 100;

    private final SourceFile file;
    private final Table table;
    private final ReadMeter meter;
    private final JsonFactory json = new JsonFactory();
    private final TreeSet<String> ignored = new TreeSet<>();

    JsonRows(SourceFile file, Table table, ReadMeter meter) {
        this.file = file;
        this.table = table;
        this.meter = meter;
    }

    @Override
    public void read(RowVisitor visitor) {
        try (InputStream bytes = file.open(meter)) {
            if (file.format() == SourceFile.Format.JSON_LINES) {
                lines(bytes, visitor);
            } else {
                document(bytes, visitor);
            }
        } catch (IOException e) {
            visitor.broken(0, "", Unreadable.file(e), "");
        }
        new Header(new int[0], List.copyOf(ignored), "").logIgnored(LOG, file.name());
    }

    private void document(InputStream bytes, RowVisitor visitor) {
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), bytes)) {
            try {
                elements(parser, visitor);
            } catch (JacksonIOException e) {
                visitor.broken(parser.currentLocation().getLineNr(), "", Unreadable.brokenOff(file), "");
            } catch (JacksonException e) {
                String reason = "the JSON is broken here and nothing after it was read; mend it or write it again";
                visitor.broken(parser.currentLocation().getLineNr(), "", reason, "");
            }
        }
    }

    private void elements(JsonParser parser, RowVisitor visitor) {
        JsonToken token = parser.nextToken();
        if (token == null) {
            visitor.broken(0, "", "the file is empty; it must hold a list of objects", "");
            return;
        }
        boolean list = token == JsonToken.START_ARRAY;
        token = list ? parser.nextToken() : token;
        while (token != null && token != JsonToken.END_ARRAY) {
            long line = parser.currentTokenLocation().getLineNr();
            Element element = element(parser);
            deliver(element, line, element.shown(), visitor);
            token = parser.nextToken();
        }
    }

    private void lines(InputStream bytes, RowVisitor visitor) {
        LineBytes lines = new LineBytes(bytes);
        try {
            while (lines.next()) {
                String text = lines.text();
                if (lines.isTooLong()) {
                    String reason = "the row is longer than %,d bytes; shorten it".formatted(LineBytes.LONGEST);
                    visitor.broken(lines.line(), "", reason, text);
                } else if (!text.isEmpty()) {
                    deliver(line(lines.bytes()), lines.line(), text, visitor);
                }
            }
        } catch (IOException e) {
            visitor.broken(lines.line(), "", Unreadable.brokenOff(file), lines.text());
        }
    }

    private Element line(byte[] bytes) {
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), bytes)) {
            parser.nextToken();
            Element element = element(parser);
            return parser.nextToken() == null
                    ? element
                    : Element.faulty("", "more than one value stands on the line; write one object a line", "");
        } catch (JacksonException e) {
            return Element.faulty("", "the JSON of this line is broken; write one complete object a line in UTF-8", "");
        }
    }

    private static void deliver(Element element, long line, String raw, RowVisitor visitor) {
        if (element.fault().isEmpty()) {
            visitor.row(line, element.values(), () -> raw);
        } else {
            visitor.broken(line, element.faultColumn(), element.fault(), raw);
        }
    }

    /// Reads the value at which the parser stands, up to its last token.
    private Element element(JsonParser parser) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            String shown = parser.currentToken().isScalarValue() ? parser.getString() : "[…]";
            parser.skipChildren();
            return Element.faulty("", "the value is not an object; write {\"column\": value, …}", shown);
        }
        String[] values = new String[table.columns().size()];
        Arrays.fill(values, "");
        StringJoiner shown = new StringJoiner(", ", "{", "}");
        String nested = null;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            String value = token.isStructStart() ? "…" : token == JsonToken.VALUE_NULL ? "" : parser.getString();
            parser.skipChildren();
            @Nullable Integer position = table.positionOf(name);
            if (position == null) {
                if (ignored.size() < MOST_IGNORED) {
                    ignored.add(name);
                }
            } else {
                values[position] = Cells.strip(value);
                nested = token.isStructStart() ? table.columns().get(position) : nested;
            }
            if (shown.length() < Cells.LONGEST_RAW) {
                shown.add('"' + name + "\": \"" + Cells.cut(value) + '"');
            }
        }
        return nested == null
                ? new Element(values, "", "", shown.toString())
                : Element.faulty(
                        nested, nested + " holds a list or an object; write one plain value", shown.toString());
    }

    /// One object, or why it is none.
    ///
    /// @param shown its content for a refusal, where the text of the file is not at hand
    @SuppressWarnings("ArrayRecordComponent")
    private record Element(String[] values, String faultColumn, String fault, String shown) {

        static Element faulty(String column, String fault, String shown) {
            return new Element(new String[0], column, fault, shown);
        }
    }
}
