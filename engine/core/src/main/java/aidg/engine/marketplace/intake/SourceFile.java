package aidg.engine.marketplace.intake;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/// One file of an imported folder whose name says that it can be read: `deals.csv.gz`.
///
/// @param stem        the name before the first known ending, in lower case: `deals`
/// @param format      how rows are written
/// @param compression how bytes are packed: `gz`, `zst` or empty
record SourceFile(Path path, String stem, Format format, String compression) {

    private static final Pattern NAME = Pattern.compile(
            "(.+)\\.(?:(csv|tsv|json|jsonl|ndjson)(?:\\.(gz|zst))?|(parquet))", Pattern.CASE_INSENSITIVE);
    private static final int BUFFER = 1 << 16;

    /// How rows are written. `JSON` covers an array of objects and objects one after the other.
    enum Format {
        CSV,
        TSV,
        JSON,
        JSON_LINES,
        PARQUET
    }

    /// Empty if the name has no known ending.
    static Optional<SourceFile> of(Path path) {
        Matcher name = NAME.matcher(path.getFileName().toString());
        if (!name.matches()) {
            return Optional.empty();
        }
        String ending = name.group(4) != null ? name.group(4) : name.group(2);
        Format format = switch (ending.toLowerCase(Locale.ROOT)) {
            case "csv" -> Format.CSV;
            case "tsv" -> Format.TSV;
            case "json" -> Format.JSON;
            case "parquet" -> Format.PARQUET;
            default -> Format.JSON_LINES;
        };
        String compression = name.group(3) == null ? "" : name.group(3).toLowerCase(Locale.ROOT);
        return Optional.of(new SourceFile(path, name.group(1).toLowerCase(Locale.ROOT), format, compression));
    }

    String name() {
        return path.getFileName().toString();
    }

    /// Its bytes, unpacked; how many packed bytes have gone by is told to `meter`.
    InputStream open(ReadMeter meter) throws IOException {
        InputStream packed = new BufferedInputStream(meter.of(Files.newInputStream(path), Files.size(path)), BUFFER);
        try {
            return switch (compression) {
                case "gz" -> new GZIPInputStream(packed, BUFFER);
                case "zst" -> new ZstdInputStream(packed);
                default -> packed;
            };
        } catch (IOException e) {
            packed.close();
            throw e;
        }
    }
}
