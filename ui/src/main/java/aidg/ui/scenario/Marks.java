package aidg.ui.scenario;

import aidg.engine.whatif.Scenario;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which scenarios of one proposal stand side by side: at first its last four; of those that are saved later as many
/// as there is room for.
final class Marks {

    /// How many there is room for.
    static final int MOST = 4;

    private final List<Scenario> marked = new ArrayList<>();
    private final Set<Scenario> seen = new HashSet<>();
    private Optional<String> deal = Optional.empty();

    /// Marks of a proposal; those made before stay if it is the same one.
    void begin(Optional<String> dealId, List<Scenario> known) {
        List<Scenario> own = known.stream()
                .filter(one -> dealId.equals(Optional.of(one.dealId())))
                .toList();
        if (!dealId.equals(deal)) {
            deal = dealId;
            marked.clear();
            seen.clear();
            marked.addAll(own.subList(Math.max(0, own.size() - MOST), own.size()));
        } else {
            marked.retainAll(own);
            own.stream()
                    .filter(one -> !seen.contains(one))
                    .limit(Math.max(0, MOST - marked.size()))
                    .forEach(marked::add);
        }
        seen.retainAll(own);
        seen.addAll(own);
    }

    /// Keeps the marks that there are, whatever proposal they are of.
    ///
    /// @return whether any is left
    boolean keep(List<Scenario> known) {
        marked.retainAll(known);
        return !marked.isEmpty();
    }

    /// Marks one or takes its mark away; one of another proposal begins anew.
    ///
    /// @return false if there is no room for it
    boolean toggle(Scenario scenario) {
        if (marked.remove(scenario)) {
            return true;
        }
        if (!deal.equals(Optional.of(scenario.dealId()))) {
            deal = Optional.of(scenario.dealId());
            marked.clear();
        }
        return marked.size() < MOST && marked.add(scenario);
    }

    /// One goes on as another: it was given a new name.
    void replace(Scenario before, Scenario now) {
        marked.replaceAll(one -> one.equals(before) ? now : one);
        if (seen.remove(before)) {
            seen.add(now);
        }
    }

    /// In the order of marking.
    List<Scenario> marked() {
        return List.copyOf(marked);
    }
}
