package aidg.engine;

import aidg.engine.domain.Proposal;
import aidg.engine.forecast.Circumstances;
import aidg.engine.scorer.Scorer;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What was worked out for the open proposals of a marketplace, kept between starts.
final class ReadyDeals {

    private static final String NAME = "open-proposals";

    private final Keep keep;
    private final String identity;
    private volatile Map<Proposal, Kept> ready = Map.of();

    private record Kept(Ready ready, Circumstances circumstances) {}

    /// One proposal.
    ///
    /// @param facts  what the engine knows of it
    /// @param output what the network made of that
    /// @param device what computed that: `CPU`
    record Ready(Facts facts, Scorer.Output output, String device) {}

    /// What is known of a proposal on the marketplace's day.
    ///
    /// @param row      raw features
    /// @param doubt    of the sales forecast, see `ScorerFit.doubt`
    /// @param risk     override risk, 0..1
    /// @param baseRate success rate of comparable deals, 0..1
    record Facts(float[] row, double doubt, double risk, double baseRate) {}

    /// @param identity  of the model and the data that it depends on; another one makes it worthless
    /// @param proposals what is kept belongs to these, in their order
    ReadyDeals(Keep keep, String identity, List<Proposal> proposals) {
        this.keep = keep;
        this.identity = identity;
        keep.read(NAME, stream -> read(new DataInputStream(new BufferedInputStream(stream)), proposals))
                .ifPresent(read -> ready = read);
    }

    /// Of exactly this proposal, on exactly these terms.
    Optional<Ready> of(Proposal proposal) {
        return Optional.ofNullable(ready.get(proposal)).map(Kept::ready);
    }

    /// What the forecast of exactly this proposal is made from.
    Optional<Circumstances> circumstances(Proposal proposal) {
        return Optional.ofNullable(ready.get(proposal)).map(Kept::circumstances);
    }

    /// Keeps them all, in the order of the marketplace's proposals.
    void put(List<Proposal> proposals, List<Ready> all, List<Circumstances> circumstances) {
        Map<Proposal, Kept> fresh = new HashMap<>();
        for (int i = 0; i < all.size(); i++) {
            fresh.put(proposals.get(i), new Kept(all.get(i), circumstances.get(i)));
        }
        ready = Map.copyOf(fresh);
        keep.write(NAME, stream -> {
            DataOutputStream out = new DataOutputStream(new BufferedOutputStream(stream));
            out.writeUTF(identity);
            out.writeInt(all.size());
            for (int i = 0; i < all.size(); i++) {
                write(out, all.get(i));
                circumstances.get(i).write(out);
            }
            out.flush();
        });
    }

    private static void write(DataOutputStream out, Ready one) throws IOException {
        float[] row = one.facts().row();
        out.writeInt(row.length);
        for (float value : row) {
            out.writeFloat(value);
        }
        Scorer.Output output = one.output();
        for (double value : new double[] {
            one.facts().doubt(),
            one.facts().risk(),
            one.facts().baseRate(),
            output.approval(),
            output.reach(),
            output.joint(),
            output.penalty(),
            output.ratio(),
            output.deviation()
        }) {
            out.writeDouble(value);
        }
        out.writeUTF(one.device());
    }

    private Map<Proposal, Kept> read(DataInputStream in, List<Proposal> proposals) throws IOException {
        if (!in.readUTF().equals(identity) || in.readInt() != proposals.size()) {
            return Map.of();
        }
        Map<Proposal, Kept> read = new HashMap<>();
        for (Proposal proposal : proposals) {
            float[] row = new float[in.readInt()];
            for (int i = 0; i < row.length; i++) {
                row[i] = in.readFloat();
            }
            Facts facts = new Facts(row, in.readDouble(), in.readDouble(), in.readDouble());
            Scorer.Output output = new Scorer.Output(
                    in.readDouble(),
                    in.readDouble(),
                    in.readDouble(),
                    in.readDouble(),
                    in.readDouble(),
                    in.readDouble());
            Ready one = new Ready(facts, output, in.readUTF());
            read.put(proposal, new Kept(one, Circumstances.read(in)));
        }
        return Map.copyOf(read);
    }
}
