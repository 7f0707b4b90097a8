package aidg.engine.encoder;

import aidg.engine.encoder.HistoryWindow.Group;
import java.util.ArrayList;
import java.util.List;

/// Attention of the last layers that read a merchant's events: `[head][position that looks][position looked at]`,
/// where position 0 is the blank start and event `i` is at `i + 1`. Rows sum to 1. [EXP-1]
///
/// @param history   of the deal-history branch, over the window's events
/// @param sequence  of the sequence branch, over the window's events
/// @param overrides of the override branch, over the window's override events
public record EventAttention(float[][][] history, float[][][] sequence, float[][][] overrides) {

    /// Where one memory token looked.
    ///
    /// @param heads `[head][event of the window]`; a row and the head's part in `start` sum to 1, or all are 0 for
    ///              the average of a group without events
    /// @param start per head, what went to the blank start
    public record Look(MemoryToken token, double[][] heads, double[] start) {}

    /// Of the tokens that are made of deals, in the order of the memory. A token that averages the states after
    /// several events looked where those looked, each with its weight in the average.
    ///
    /// @param window what was read, with one look
    public List<Look> deals(HistoryWindow window) {
        List<Look> looks = new ArrayList<>();
        addDeals(window, "history", history, Group.values().length, looks);
        addDeals(window, "sequence", sequence, 2, looks);
        return looks;
    }

    private static void addDeals(
            HistoryWindow window, String branch, float[][][] attention, int groups, List<Look> looks) {
        long day = window.looks().getFirst().day();
        float[] now = new float[window.events().size() + 1];
        now[window.known(day)] = 1;
        looks.add(look(MemoryToken.of(branch + "_now"), attention, now));
        for (int i = 0; i < groups; i++) {
            Group group = Group.values()[i];
            float[] average = new float[now.length];
            window.average(group, day, average, 1);
            looks.add(look(MemoryToken.of(branch + "_" + group.word()), attention, average));
        }
    }

    /// Of the tokens that are made of overrides.
    ///
    /// @param window what was read, with one look
    public List<Look> overrides(HistoryWindow window) {
        float[] now = new float[window.overrides().size() + 1];
        now[window.knownOverrides(window.looks().getFirst().day())] = 1;
        Look packed = look(MemoryToken.of("override_history"), overrides, now);
        double[][] heads = new double[overrides.length][window.events().size()];
        for (int head = 0; head < heads.length; head++) {
            for (int i = 0; i < window.overrides().size(); i++) {
                heads[head][window.overrides().get(i)] = packed.heads()[head][i];
            }
        }
        return List.of(new Look(packed.token(), heads, packed.start()));
    }

    /// @param rows weight of each position that looks
    private static Look look(MemoryToken token, float[][][] attention, float[] rows) {
        double[][] heads = new double[attention.length][rows.length - 1];
        double[] start = new double[attention.length];
        for (int head = 0; head < attention.length; head++) {
            for (int row = 0; row < rows.length; row++) {
                if (rows[row] != 0) {
                    start[head] += rows[row] * attention[head][row][0];
                    for (int event = 0; event < rows.length - 1; event++) {
                        heads[head][event] += rows[row] * attention[head][row][event + 1];
                    }
                }
            }
        }
        return new Look(token, heads, start);
    }
}
