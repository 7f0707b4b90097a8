package aidg.ui.whatif;

import aidg.engine.domain.DealTerms;
import aidg.engine.whatif.Axis;
import aidg.engine.whatif.Surface;

/// Where offers lie in the corridor's picture.
///
/// @param surface what is drawn
/// @param width   of the whole region, pixels
/// @param height  likewise
record CorridorScale(Surface surface, double width, double height) {

    static final double LEFT = 56;
    static final double BOTTOM = 28;
    static final double TOP = 6;
    static final double RIGHT = 8;

    /// Width of the picture without its margins, at least 2.
    double plotWidth() {
        return Math.max(2, width - LEFT - RIGHT);
    }

    double plotHeight() {
        return Math.max(2, height - TOP - BOTTOM);
    }

    /// Part of an axis, 0 at its first value, 1 at its last.
    static double share(Axis axis, double value) {
        double low = axis.values().getFirst();
        double high = axis.values().getLast();
        return high > low ? (value - low) / (high - low) : 0.5;
    }

    private static double value(Axis axis, double share) {
        double low = axis.values().getFirst();
        return Steps.rounded(
                axis.term(), low + Math.clamp(share, 0, 1) * (axis.values().getLast() - low));
    }

    double x(DealTerms terms) {
        return LEFT + share(surface.x(), surface.x().term().of(terms)) * plotWidth();
    }

    double y(DealTerms terms) {
        return TOP + (1 - share(surface.y(), surface.y().term().of(terms))) * plotHeight();
    }

    /// Whether an offer lies inside the picture.
    boolean shows(DealTerms terms) {
        double x = x(terms);
        double y = y(terms);
        return x >= LEFT && x <= LEFT + plotWidth() && y >= TOP && y <= TOP + plotHeight();
    }

    /// The offer at a point, in whole steps of the two terms that the picture shows; what it does not show stays.
    DealTerms at(DealTerms now, double x, double y) {
        double right = value(surface.x(), (x - LEFT) / plotWidth());
        double up = value(surface.y(), 1 - (y - TOP) / plotHeight());
        return surface.y().term().with(surface.x().term().with(now, right), up);
    }

    /// The offer some steps away.
    DealTerms moved(DealTerms now, int right, int up) {
        double x = Steps.moved(surface.x().term(), now, right);
        double y = Steps.moved(surface.y().term(), now, up);
        return inside(surface.y(), inside(surface.x(), now, x), y);
    }

    private static DealTerms inside(Axis axis, DealTerms now, double value) {
        return axis.term()
                .with(
                        now,
                        Math.clamp(
                                value, axis.values().getFirst(), axis.values().getLast()));
    }
}
