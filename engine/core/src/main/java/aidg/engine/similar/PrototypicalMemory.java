package aidg.engine.similar;

import aidg.engine.domain.Category;
import aidg.engine.domain.Merchant;
import aidg.engine.encoder.MerchantProfiles;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Per category the merchants that stand best for it, with their vectors, to compare others with. [EXP-4] [B4]
public final class PrototypicalMemory {

    /// Prototypes of a category, at most. [EXP-4]
    public static final int PROTOTYPES = 100;

    /// Similar merchants that are shown. [EXP-4]
    public static final int TOP = 5;

    /// After this the prototypes are chosen anew. [EXP-4]
    public static final Duration FRESH = Duration.ofHours(24);

    private static final long SEED = 4;

    private final UnitVectors all;
    private final Map<Category, UnitVectors> members;
    private final Map<Category, UnitVectors> prototypes;
    private final UnitVectors everywhere;
    private final Choice choice;

    private PrototypicalMemory(UnitVectors all, List<Merchant> merchants, Choice choice) {
        this.all = all;
        this.choice = choice;
        members = new TreeMap<>();
        byCategory(merchants).forEach((category, ids) -> members.put(category, all.only(ids)));
        prototypes = new TreeMap<>();
        choice.byCategory().forEach((category, ids) -> prototypes.put(category, all.only(ids)));
        everywhere = all.only(choice.everywhere());
    }

    /// What was found.
    ///
    /// @param nearest nearest first, at most five, never the merchant itself
    /// @param notice  what a person should know about where they come from; empty if they are of the category
    public record Found(List<UnitVectors.Near> nearest, String notice) {

        public Found {
            nearest = List.copyOf(nearest);
        }
    }

    /// Which merchants were chosen, by id, and when.
    ///
    /// @param byCategory prototypes of each category
    /// @param everywhere prototypes of the whole marketplace
    public record Choice(Map<Category, List<String>> byCategory, List<String> everywhere, Instant madeAt) {

        public Choice {
            byCategory = Collections.unmodifiableMap(new TreeMap<>(byCategory));
            everywhere = List.copyOf(everywhere);
        }

        /// Whether it should be made anew: after 24 hours, or where the clock was put back.
        public boolean isStale(Instant now) {
            return now.isBefore(madeAt) || Duration.between(madeAt, now).compareTo(FRESH) >= 0;
        }
    }

    /// Chooses the prototypes.
    ///
    /// @param profiles of all the merchants
    /// @param now      from which they are fresh for 24 hours
    public static PrototypicalMemory of(MerchantProfiles profiles, List<Merchant> merchants, Instant now) {
        UnitVectors all = vectors(profiles);
        Map<Category, List<String>> chosen = new TreeMap<>();
        List<String> anywhere = new ArrayList<>();
        byCategory(merchants).forEach((category, ids) -> {
            List<String> picked = picked(all.only(ids));
            chosen.put(category, picked);
            anywhere.addAll(picked);
        });
        return new PrototypicalMemory(all, merchants, new Choice(chosen, picked(all.only(anywhere)), now));
    }

    /// Prototypes that were chosen before.
    ///
    /// @param profiles of all the merchants
    /// @throws IllegalArgumentException if one that was chosen is not among them
    public static PrototypicalMemory of(MerchantProfiles profiles, List<Merchant> merchants, Choice choice) {
        return new PrototypicalMemory(vectors(profiles), merchants, choice);
    }

    private static Map<Category, List<String>> byCategory(List<Merchant> merchants) {
        Map<Category, List<String>> byCategory = new TreeMap<>();
        for (Merchant merchant : merchants) {
            byCategory
                    .computeIfAbsent(merchant.category(), ignored -> new ArrayList<>())
                    .add(merchant.id());
        }
        return byCategory;
    }

    private static UnitVectors vectors(MerchantProfiles profiles) {
        List<String> ids = profiles.merchantIds();
        float[] rows = new float[ids.size() * profiles.width()];
        for (int i = 0; i < ids.size(); i++) {
            System.arraycopy(profiles.of(ids.get(i)), 0, rows, i * profiles.width(), profiles.width());
        }
        return new UnitVectors(ids, rows, profiles.width());
    }

    private static List<String> picked(UnitVectors vectors) {
        return Arrays.stream(KMedoids.of(vectors, PROTOTYPES, SEED))
                .mapToObj(vectors.ids()::get)
                .toList();
    }

    /// The prototypes of a category most like a merchant. Where the category has none but the merchant itself,
    /// or is unknown, those of the whole marketplace, with a notice.
    ///
    /// @throws IllegalArgumentException if the merchant is unknown
    public Found similarTo(String merchantId, Category category) {
        float[] query = all.of(merchantId);
        @Nullable UnitVectors own = prototypes.get(category);
        List<UnitVectors.Near> nearest = own == null ? List.of() : own.nearest(query, TOP, merchantId);
        if (!nearest.isEmpty()) {
            return new Found(nearest, nearest.size() < TOP ? few(nearest.size(), category) : "");
        }
        List<UnitVectors.Near> elsewhere = everywhere.nearest(query, TOP, merchantId);
        return new Found(
                elsewhere,
                elsewhere.isEmpty()
                        ? "There is no other merchant to compare with."
                        : "No other merchant sells %s, so these are of other categories.".formatted(category.words()));
    }

    private static String few(int others, Category category) {
        return others == 1
                ? "Only one other merchant sells %s.".formatted(category.words())
                : "Only %d other merchants sell %s.".formatted(others, category.words());
    }

    /// Whether a merchant stands for its category.
    public boolean isPrototype(String merchantId, Category category) {
        UnitVectors own = prototypes.get(category);
        return own != null && own.ids().contains(merchantId);
    }

    /// The merchants of a category as points in a plane, such that as much of how they differ shows as a plane can
    /// show.
    ///
    /// @param others merchants that are to be on it too, of whatever category
    /// @throws IllegalArgumentException if one of those is unknown
    public PlaneMap map(Category category, List<String> others) {
        UnitVectors own = members.get(category);
        Set<String> ids = new LinkedHashSet<>(own == null ? List.of() : own.ids());
        ids.addAll(others);
        return PlaneMap.of(all.only(List.copyOf(ids)));
    }

    /// Which merchants stand for their categories, and since when.
    public Choice choice() {
        return choice;
    }
}
