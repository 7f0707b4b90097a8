package aidg.engine.encoder;

import aidg.engine.domain.Note;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The notes on every merchant as a text encoder read them, to be looked at from any day. [PER-8]
public final class NoteReadings {

    /// A note counts a third of a new one after this many days.
    private static final double DAYS = 60;

    private final int width;
    private final Map<String, List<Reading>> byMerchant = new HashMap<>();

    private record Reading(long day, float[] encoding) {}

    /// @param width numbers of an encoding
    public NoteReadings(int width) {
        this.width = width;
    }

    /// Adds notes; all of a merchant's at once, for they take the place of what was known of it.
    ///
    /// @param notes     in any order
    /// @param encodings one per note, `width` numbers each
    public void add(List<Note> notes, float[][] encodings) {
        Map<String, List<Reading>> fresh = new HashMap<>();
        for (int i = 0; i < notes.size(); i++) {
            Note note = notes.get(i);
            fresh.computeIfAbsent(note.merchantId(), ignored -> new ArrayList<>())
                    .add(new Reading(note.writtenOn().toEpochDay(), encodings[i]));
        }
        fresh.values().forEach(readings -> readings.sort(Comparator.comparingLong(Reading::day)));
        byMerchant.putAll(fresh);
    }

    /// The latest note written before a day, the one before it, and the average of all, newer ones more; each
    /// followed by its age (logarithm of days, over 5) and 1 if there is one. What is not there is 0.
    ///
    /// @param day epoch day
    /// @return (3, width + 2)
    public float[] before(String merchantId, long day) {
        int step = width + MerchantContext.AGE;
        float[] numbers = new float[MerchantContext.READINGS * step];
        List<Reading> readings = byMerchant.getOrDefault(merchantId, List.of()).stream()
                .filter(reading -> reading.day() < day)
                .toList();
        for (int back = 0; back < 2 && back < readings.size(); back++) {
            Reading reading = readings.get(readings.size() - 1 - back);
            System.arraycopy(reading.encoding(), 0, numbers, back * step, width);
            age(day - reading.day(), numbers, back * step + width);
        }
        double weights = 0;
        double ages = 0;
        for (Reading reading : readings) {
            double weight = Math.exp((reading.day() - day) / DAYS);
            weights += weight;
            ages += weight * (day - reading.day());
            for (int k = 0; k < width; k++) {
                numbers[2 * step + k] += (float) (weight * reading.encoding()[k]);
            }
        }
        for (int k = 0; k < width && weights > 0; k++) {
            numbers[2 * step + k] /= (float) weights;
        }
        if (weights > 0) {
            age(ages / weights, numbers, 2 * step + width);
        }
        return numbers;
    }

    private static void age(double days, float[] numbers, int at) {
        numbers[at] = (float) (Math.log1p(days) / 5);
        numbers[at + 1] = 1;
    }
}
