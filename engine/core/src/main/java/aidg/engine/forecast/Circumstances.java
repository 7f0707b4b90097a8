package aidg.engine.forecast;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import java.util.random.RandomGenerator;

/// All that the forecast of one deal is made from: the deal in its situation and what is held of its merchant.
/// May be mixed with another deal's, cause by cause, to see what each does. Immutable, may be shared between
/// threads.
public final class Circumstances {

    private final Situation situation;
    private final Held held;
    private final double best;

    /// @param best discount at which the merchant is expected to earn most with such a deal
    Circumstances(Situation situation, Held held, double best) {
        this.situation = situation;
        this.held = held;
        this.best = best;
    }

    Situation situation() {
        return situation;
    }

    Held held() {
        return held;
    }

    double best() {
        return best;
    }

    /// What the deal would bring if it went out.
    public Expected expected(SalesForecastFit fit) {
        return Outlook.of(fit, held, situation);
    }

    /// A deal of which some causes are this one's and the others another's. Terms count by how far they lie
    /// from what is right for the merchant, so another merchant's deal keeps that distance.
    public Circumstances with(Set<Cause> own, Circumstances other) {
        return new CauseMix(this, other, own.isEmpty() ? EnumSet.noneOf(Cause.class) : EnumSet.copyOf(own)).mixed();
    }

    /// One of the ways in which things may really be, as far as the forecast knows: what is held of the
    /// merchant drawn from its posterior.
    public Circumstances drawn(RandomGenerator random) {
        return new Circumstances(situation, held.drawn(random), best);
    }

    /// What the causes amount to, for people.
    public CauseFigures figures(SalesForecastFit fit) {
        return CauseFigures.of(fit, this);
    }

    /// The most vouchers that the merchant can honour, told by deals that sold out; 0 if that never showed.
    public int capacity() {
        return held.capacity();
    }

    /// Writes it down for `read`.
    public void write(DataOutput out) throws IOException {
        CircumstancesFile.write(this, out);
    }

    /// Reads what `write` wrote.
    public static Circumstances read(DataInput in) throws IOException {
        return CircumstancesFile.read(in);
    }
}
