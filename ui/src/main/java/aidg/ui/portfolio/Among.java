package aidg.ui.portfolio;

import aidg.ui.page.Selection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Among which open proposals a policy looks for its city and category.
enum Among {
    ALL("All that await review", "", selection -> Optional.empty()),
    FILTERED("What the queue's filter shows", "in the queue as filtered", selection -> Optional.of(shown(selection))),
    MARKED(
            "What is marked in the queue",
            "marked in the queue",
            selection -> Optional.of(Set.copyOf(selection.marked())));

    private final String words;
    private final String where;
    private final Function<Selection, Optional<Set<String>>> ids;

    Among(String words, String where, Function<Selection, Optional<Set<String>>> ids) {
        this.words = words;
        this.where = where;
        this.ids = ids;
    }

    private static Set<String> shown(Selection selection) {
        return selection.queue().stream()
                .map(item -> item.scored().proposal().id())
                .collect(Collectors.toUnmodifiableSet());
    }

    String words() {
        return words;
    }

    /// As the end of a phrase; empty for all.
    String where() {
        return where;
    }

    /// Ids of their deals now; empty if it is all of them.
    Optional<Set<String>> ids(Selection selection) {
        return ids.apply(selection);
    }
}
