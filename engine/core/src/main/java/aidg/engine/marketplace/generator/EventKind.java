package aidg.engine.marketplace.generator;

import java.util.Locale;

/// What may happen to a merchant for some weeks.
enum EventKind {
    STAFF_SHORTAGE(1.4, -0.60, 0.6, 28, 70),
    RENOVATION(1.0, -0.95, 0.5, 21, 56),
    NEW_TALENT(1.2, 0.55, 1.0, 70, 140),
    GOOD_PRESS(0.9, 0.65, 1.0, 21, 56),
    ROAD_WORKS(0.9, -0.50, 1.0, 35, 84),
    EQUIPMENT_TROUBLE(0.9, -0.55, 0.7, 14, 42),
    EXPANSION(0.6, 0.45, 1.6, 84, 182),
    OWNER_CHANGE(0.6, -0.45, 1.0, 56, 112);

    /// Relative frequency.
    final double weight;

    /// On traffic while it lasts, logarithmic.
    final double effect;

    /// Factor on capacity while it lasts.
    final double capacity;

    final int shortest;
    final int longest;

    EventKind(double weight, double effect, double capacity, int shortest, int longest) {
        this.weight = weight;
        this.effect = effect;
        this.capacity = capacity;
        this.shortest = shortest;
        this.longest = longest;
    }

    /// The grammar section with notes about it.
    String section() {
        return "event." + name().toLowerCase(Locale.ROOT);
    }
}
