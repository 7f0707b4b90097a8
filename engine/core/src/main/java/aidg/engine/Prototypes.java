package aidg.engine;

import aidg.engine.domain.Category;
import aidg.engine.domain.Merchant;
import aidg.engine.domain.Progress;
import aidg.engine.marketplace.Marketplace;
import aidg.engine.similar.PrototypicalMemory;
import aidg.engine.similar.PrototypicalMemory.Choice;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The prototypes of a marketplace's categories, chosen anew when they are a day old or when asked for. Which
/// merchants were chosen is kept between starts. Safe for use by several threads. [EXP-4]
final class Prototypes {

    private static final String NAME = "prototypes";

    private final Marketplace marketplace;
    private final MerchantMemories memories;
    private final Keep keep;
    private final String identity;
    private @Nullable PrototypicalMemory chosen;

    /// @param identity of all that a choice depends on but the clock
    Prototypes(Marketplace marketplace, MerchantMemories memories, Keep keep, String identity) {
        this.marketplace = marketplace;
        this.memories = memories;
        this.keep = keep;
        this.identity = identity;
    }

    /// Those at hand or kept, unless they are a day old.
    synchronized PrototypicalMemory at(Instant now, Progress progress) {
        PrototypicalMemory known = chosen;
        if (known != null && !known.choice().isStale(now)) {
            return known;
        }
        Optional<Choice> kept = keep.read(NAME, this::read).flatMap(choice -> choice);
        if (kept.isPresent() && !kept.get().isStale(now)) {
            known = PrototypicalMemory.of(memories.profiles(progress), merchants(), kept.get());
            chosen = known;
            return known;
        }
        return anew(now, progress);
    }

    /// Chooses them anew, however old they are.
    synchronized PrototypicalMemory anew(Instant now, Progress progress) {
        PrototypicalMemory fresh = PrototypicalMemory.of(memories.profiles(progress), merchants(), now);
        chosen = fresh;
        keep.write(NAME, stream -> {
            DataOutputStream out = new DataOutputStream(new BufferedOutputStream(stream));
            write(fresh.choice(), out);
            out.flush();
        });
        return fresh;
    }

    private List<Merchant> merchants() {
        return marketplace.merchants();
    }

    private void write(Choice choice, DataOutputStream out) throws IOException {
        out.writeUTF(identity);
        out.writeLong(choice.madeAt().toEpochMilli());
        out.writeInt(choice.byCategory().size());
        for (Map.Entry<Category, List<String>> entry : choice.byCategory().entrySet()) {
            out.writeUTF(entry.getKey().name());
            ids(entry.getValue(), out);
        }
        ids(choice.everywhere(), out);
    }

    /// None where the stream is of another identity.
    private Optional<Choice> read(InputStream stream) throws IOException {
        DataInputStream in = new DataInputStream(stream);
        if (!in.readUTF().equals(identity)) {
            return Optional.empty();
        }
        Instant madeAt = Instant.ofEpochMilli(in.readLong());
        Map<Category, List<String>> byCategory = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            byCategory.put(new Category(in.readUTF()), ids(in));
        }
        return Optional.of(new Choice(byCategory, ids(in), madeAt));
    }

    private static void ids(List<String> ids, DataOutputStream out) throws IOException {
        out.writeInt(ids.size());
        for (String id : ids) {
            out.writeUTF(id);
        }
    }

    private static List<String> ids(DataInputStream in) throws IOException {
        List<String> ids = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            ids.add(in.readUTF());
        }
        return ids;
    }
}
