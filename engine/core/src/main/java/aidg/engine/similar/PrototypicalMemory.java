package aidg.engine.similar;

import aidg.engine.domain.Category;
import aidg.engine.domain.Merchant;
import aidg.engine.encoder.MerchantProfiles;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
    private final Instant builtAt;

    private PrototypicalMemory(
            UnitVectors all,
            Map<Category, UnitVectors> members,
            Map<Category, UnitVectors> prototypes,
            UnitVectors everywhere,
            Instant builtAt) {
        this.all = all;
        this.members = members;
        this.prototypes = prototypes;
        this.everywhere = everywhere;
        this.builtAt = builtAt;
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

    /// Chooses the prototypes.
    ///
    /// @param profiles of all the merchants
    /// @param now      from which they are fresh for 24 hours
    public static PrototypicalMemory of(MerchantProfiles profiles, List<Merchant> merchants, Instant now) {
        Map<Category, List<String>> byCategory = new TreeMap<>();
        for (Merchant merchant : merchants) {
            byCategory
                    .computeIfAbsent(merchant.category(), ignored -> new ArrayList<>())
                    .add(merchant.id());
        }
        UnitVectors all = vectors(profiles);
        Map<Category, UnitVectors> members = new TreeMap<>();
        Map<Category, UnitVectors> prototypes = new TreeMap<>();
        byCategory.forEach((category, ids) -> {
            UnitVectors own = all.only(ids);
            members.put(category, own);
            prototypes.put(category, own.only(picked(own)));
        });
        List<String> anywhere = new ArrayList<>();
        prototypes.values().forEach(some -> anywhere.addAll(some.ids()));
        UnitVectors gathered = all.only(anywhere);
        return new PrototypicalMemory(all, members, prototypes, gathered.only(picked(gathered)), now);
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
    /// show. Empty for an unknown one.
    public PlaneMap map(Category category) {
        UnitVectors own = members.get(category);
        return own == null ? PlaneMap.EMPTY : PlaneMap.of(own);
    }

    /// When the prototypes were chosen.
    public Instant builtAt() {
        return builtAt;
    }

    /// Whether they should be chosen anew.
    public boolean isStale(Instant now) {
        return Duration.between(builtAt, now).compareTo(FRESH) >= 0;
    }
}
