package aidg.app.cli;

import aidg.app.Failure;
import aidg.engine.domain.Category;
import aidg.engine.domain.City;
import aidg.engine.domain.Proposal;
import aidg.engine.marketplace.Marketplace;
import aidg.engine.whatif.Scope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which proposals are meant, as options: all conditions given must hold.
final class ScopeOptions {

    /// Names that an error lists.
    private static final int LISTED = 12;

    @Option(names = "--city", paramLabel = "C", description = "Only proposals of merchants in a city: its name or id.")
    private @Nullable String city;

    @Option(names = "--category", paramLabel = "K", description = "Only proposals sold as this.")
    private @Nullable String category;

    @Option(names = "--deals", split = ",", paramLabel = "ID", description = "Only these proposals.")
    private List<String> deals = List.of();

    /// What was given.
    ///
    /// @param open the proposals that may be chosen from
    Scope over(Marketplace marketplace, List<Proposal> open) {
        return new Scope(
                city == null ? null : city(marketplace, city),
                category == null ? null : category(marketplace, category),
                deals(open));
    }

    /// As written, for people; `all` where nothing was given.
    String words() {
        List<String> parts = new ArrayList<>();
        if (category != null) {
            parts.add(new Category(category).words());
        }
        if (city != null) {
            parts.add("in " + city.strip());
        }
        if (!deals.isEmpty()) {
            parts.add("among the %d named".formatted(deals.size()));
        }
        return String.join(" ", parts);
    }

    @Nullable
    String city() {
        return city;
    }

    @Nullable
    String category() {
        return category;
    }

    private static String city(Marketplace marketplace, String named) {
        return marketplace.cities().stream()
                .filter(one ->
                        one.name().equalsIgnoreCase(named.strip()) || one.id().equals(named.strip()))
                .map(City::id)
                .findFirst()
                .orElseThrow(() -> Failure.badInput(
                        "There is no city '%s'.".formatted(named),
                        "--city",
                        known(
                                named,
                                marketplace.cities().stream().map(City::name).collect(Collectors.toSet()))));
    }

    private static Category category(Marketplace marketplace, String named) {
        Category wanted = new Category(named);
        Set<String> sold = marketplace.proposals().stream()
                .map(proposal -> proposal.terms().category().name())
                .collect(Collectors.toSet());
        if (!sold.contains(wanted.name())) {
            throw Failure.badInput(
                    "No proposal is sold as '%s'.".formatted(named), "--category", known(wanted.name(), sold));
        }
        return wanted;
    }

    private Set<String> deals(List<Proposal> open) {
        Set<String> ids = open.stream().map(Proposal::id).collect(Collectors.toSet());
        Set<String> wanted = new LinkedHashSet<>();
        for (String one : deals) {
            if (!ids.contains(one.strip())) {
                throw Failure.badInput(
                        "No proposal '%s' awaits review.".formatted(one.strip()),
                        "--deals",
                        "`workbench queue` lists those that do.");
            }
            wanted.add(one.strip());
        }
        return wanted;
    }

    /// All known names where they are few, else the nearest.
    private static String known(String named, Set<String> names) {
        String all = names.stream()
                .sorted(Comparator.comparingInt((String name) -> names.size() <= LISTED ? 0 : far(named, name))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(LISTED)
                .collect(Collectors.joining(", "));
        return names.size() <= LISTED ? "One of: %s.".formatted(all) : "Nearest: %s.".formatted(all);
    }

    /// From a name or the nearest word of it.
    private static int far(String named, String name) {
        return Stream.concat(Stream.of(name), Stream.of(name.split("[ -]")))
                .mapToInt(word -> distance(named, word))
                .min()
                .orElseThrow();
    }

    /// Letters to change, add or leave out (Levenshtein 1966).
    private static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int above = row[j];
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, 1 + Math.min(above, row[j - 1]));
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
