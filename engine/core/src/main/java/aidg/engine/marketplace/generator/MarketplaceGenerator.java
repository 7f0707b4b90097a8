package aidg.engine.marketplace.generator;

import aidg.engine.domain.Merchant;
import aidg.engine.domain.Note;
import aidg.engine.domain.Progress;
import aidg.engine.marketplace.Marketplace;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;

/// Invents a marketplace with three years of history from a seed. The same seed and size give the same
/// marketplace on every machine.
public final class MarketplaceGenerator {

    /// Deals of an average merchant unless asked otherwise.
    public static final int DEALS_PER_MERCHANT = 50;

    /// Most merchants whose identifiers have room.
    public static final int MOST_MERCHANTS = 99_999;

    /// Raised with every change of the model, so that data of different versions never share a hash.
    private static final int MODEL_VERSION = 3;

    private static final int STEPS = 100;

    /// As `generate(merchants, DEALS_PER_MERCHANT, seed, progress)`.
    public Generated generate(int merchants, long seed, Progress progress) {
        return generate(merchants, DEALS_PER_MERCHANT, seed, progress);
    }

    /// Invents a marketplace.
    ///
    /// @param merchants        how many, 1..99,999
    /// @param dealsPerMerchant decided deals per merchant on average, 1..1,000
    /// @throws java.util.concurrent.CancellationException if `progress` asks to stop
    public Generated generate(int merchants, int dealsPerMerchant, long seed, Progress progress) {
        if (merchants < 1 || merchants > MOST_MERCHANTS) {
            throw new IllegalArgumentException("%d merchants is not in 1..%d".formatted(merchants, MOST_MERCHANTS));
        }
        if (dealsPerMerchant < 1 || dealsPerMerchant > 1000) {
            throw new IllegalArgumentException("%d deals per merchant is not in 1..1000".formatted(dealsPerMerchant));
        }
        progress.at("Founding merchants", 0, merchants);
        RandomStreams streams = new RandomStreams(seed);
        List<CategoryTraits> categories = CategoryTraits.all();
        Geography geography = Geography.draw(merchants, categories, streams);
        List<MerchantNature> natures = new MerchantFounding(geography, categories, streams, merchants).found(merchants);
        List<MerchantState> states = natures.stream()
                .map(nature -> new MerchantState(nature, streams))
                .toList();
        List<ManagerTaste> tastes = tastes(merchants, streams);
        Schedule schedule = Schedule.draw(natures, dealsPerMerchant, streams);
        SalesModel model = new SalesModel(new Market(states, categories, streams));
        History history = new History(states, tastes, model, new Titles(categories));
        for (int slot = 0; slot < schedule.size(); slot++) {
            if (slot % (schedule.size() / STEPS + 1) == 0) {
                progress.at("Living three years", slot, schedule.size());
            }
            history.unfold(schedule.day(slot), schedule.merchant(slot), schedule.awaitsReview(slot));
        }
        List<Note> notes = notes(states, tastes, streams, progress);
        List<Merchant> founded = natures.stream().map(MerchantNature::merchant).toList();
        Marketplace marketplace = new Marketplace(
                Timeline.AS_OF,
                hash(merchants, dealsPerMerchant, seed),
                geography.cities(),
                founded,
                history.deals,
                history.overrides,
                notes,
                history.proposals);
        return new Generated(marketplace, new TreeMap<>(history.truth));
    }

    private static List<ManagerTaste> tastes(int merchants, RandomStreams streams) {
        List<ManagerTaste> tastes = new ArrayList<>();
        for (int i = 0; i < MerchantFounding.managers(merchants); i++) {
            tastes.add(ManagerTaste.draw(i, streams.of("manager", i)));
        }
        return tastes;
    }

    private static List<Note> notes(
            List<MerchantState> states, List<ManagerTaste> tastes, RandomStreams streams, Progress progress) {
        NoteWriter writer = new NoteWriter(streams);
        List<Note> notes = new ArrayList<>();
        for (MerchantState state : states) {
            if (state.nature.index() % (states.size() / STEPS + 1) == 0) {
                progress.at("Writing notes", state.nature.index(), states.size());
            }
            for (Note note :
                    writer.write(state, tastes.get(state.nature.managerIndex()).id())) {
                String id = "N%06d".formatted(notes.size() + 1);
                notes.add(new Note(id, note.merchantId(), note.managerId(), note.writtenOn(), note.text()));
            }
        }
        return notes;
    }

    /// Stands for the rows, which these numbers determine.
    private static String hash(int merchants, int dealsPerMerchant, long seed) {
        String origin = "generated marketplace %d: %d merchants, %d deals each, seed %d"
                .formatted(MODEL_VERSION, merchants, dealsPerMerchant, seed);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(origin.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("this Java has no SHA-256; use a complete Java 25", impossible);
        }
    }
}
