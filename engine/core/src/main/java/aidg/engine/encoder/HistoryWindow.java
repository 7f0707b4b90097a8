package aidg.engine.encoder;

import aidg.engine.encoder.MerchantEvents.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A stretch of a merchant's history of at most 50 deals [PER-3], and the days from which it is looked at.
/// Reading up to a day gives what was known on it.
///
/// @param events    of the stretch's deals, in the order of their day
/// @param overrides positions in `events` of the last 30 override events [PER-6]
/// @param looks     days to look from
public record HistoryWindow(List<Event> events, List<Integer> overrides, List<Look> looks) {

    /// The day counts back this fast when deals of a kind are averaged.
    private static final double AVERAGED_DAYS = 180;

    public HistoryWindow {
        events = List.copyOf(events);
        overrides = List.copyOf(overrides);
        looks = List.copyOf(looks);
    }

    /// A look from a day.
    ///
    /// @param example caller's number
    /// @param day     epoch day; what became known before it is seen
    public record Look(int example, long day) {}

    /// The window of deals `from..to`, with the looks.
    static HistoryWindow of(MerchantEvents merchant, int from, int to, List<Look> looks) {
        List<Event> events = merchant.events().stream()
                .filter(event -> event.deal() >= from && event.deal() < to)
                .toList();
        List<Integer> overrides = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i).isOverride()) {
                overrides.add(i);
            }
        }
        int first = Math.max(0, overrides.size() - EncoderDimensions.OVERRIDES);
        return new HistoryWindow(events, overrides.subList(first, overrides.size()), looks);
    }

    /// Cuts a merchant's history into windows that overlap by half, so that every look has the 25 to 50 deals
    /// before it, or all.
    ///
    /// @param looks in the order of their day; look `i` is from the day of deal `deals[i]`
    public static List<HistoryWindow> cut(MerchantEvents merchant, List<Look> looks, List<Integer> deals) {
        int half = EncoderDimensions.DEALS / 2;
        List<HistoryWindow> windows = new ArrayList<>();
        for (int from = 0; from == 0 || from + half < merchant.deals(); from += half) {
            List<Look> inside = new ArrayList<>();
            for (int i = 0; i < looks.size(); i++) {
                int deal = deals.get(i);
                if (deal < from + 2 * half && (from == 0 || deal >= from + half)) {
                    inside.add(looks.get(i));
                }
            }
            if (!inside.isEmpty()) {
                windows.add(of(merchant, from, from + 2 * half, inside));
            }
        }
        return windows;
    }

    /// The window of the last 50 deals, looked at from `day`.
    public static HistoryWindow latest(MerchantEvents merchant, long day) {
        return of(
                merchant,
                Math.max(0, merchant.deals() - EncoderDimensions.DEALS),
                merchant.deals(),
                List.of(new Look(0, day)));
    }

    /// Number of events known before `day`.
    public int known(long day) {
        int count = 0;
        while (count < events.size() && events.get(count).day() < day) {
            count++;
        }
        return count;
    }

    /// Number of override events known before `day`.
    public int knownOverrides(long day) {
        int known = known(day);
        return (int) overrides.stream().filter(position -> position < known).count();
    }

    /// Whether event `earlier` is replaced by what is known after `known` events: a decision, once its outcome is.
    public boolean replaced(int earlier, int known) {
        Event event = events.get(earlier);
        for (int i = earlier + 1; i < known && !event.isOutcome(); i++) {
            if (events.get(i).isOutcome() && events.get(i).deal() == event.deal()) {
                return true;
            }
        }
        return false;
    }

    /// What the events of a look are averaged by: those that reached their baseline, missed it, or still run.
    public enum Group {
        REACHED,
        MISSED,
        RUNNING;

        /// As the names of memory tokens have it.
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Weights of events in the average of a group, newer ones more; they sum to 1, or are all 0 where there is
    /// none.
    ///
    /// @param weights written from `at`, one per event
    public void average(Group group, long day, float[] weights, int at) {
        int known = known(day);
        double sum = 0;
        for (int i = 0; i < known; i++) {
            if (belongs(group, i, known)) {
                double weight = Math.exp((events.get(i).day() - day) / AVERAGED_DAYS);
                weights[at + i] = (float) weight;
                sum += weight;
            }
        }
        for (int i = 0; i < known && sum > 0; i++) {
            weights[at + i] /= (float) sum;
        }
    }

    private boolean belongs(Group group, int position, int known) {
        Event event = events.get(position);
        return switch (group) {
            case REACHED -> Boolean.TRUE.equals(event.success());
            case MISSED -> Boolean.FALSE.equals(event.success());
            case RUNNING -> event.kind() == EventKind.APPROVED && !replaced(position, known);
        };
    }
}
