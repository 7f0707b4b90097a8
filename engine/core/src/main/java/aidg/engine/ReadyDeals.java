package aidg.engine;

import aidg.engine.domain.Proposal;
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
    private volatile Map<Proposal, Ready> ready = Map.of();

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
        return Optional.ofNullable(ready.get(proposal));
    }

    /// Keeps them all, in the order of the marketplace's proposals.
    void put(List<Proposal> proposals, List<Ready> all) {
        Map<Proposal, Ready> fresh = new HashMap<>();
        for (int i = 0; i < all.size(); i++) {
            fresh.put(proposals.get(i), all.get(i));
        }
        ready = Map.copyOf(fresh);
        keep.write(NAME, stream -> {
            DataOutputStream out = new DataOutputStream(new BufferedOutputStream(stream));
            write(out, all);
            out.flush();
        });
    }

    private void write(DataOutputStream out, List<Ready> all) throws IOException {
        out.writeUTF(identity);
        out.writeInt(all.size());
        for (Ready one : all) {
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
    }

    private Map<Proposal, Ready> read(DataInputStream in, List<Proposal> proposals) throws IOException {
        if (!in.readUTF().equals(identity) || in.readInt() != proposals.size()) {
            return Map.of();
        }
        Map<Proposal, Ready> read = new HashMap<>();
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
            read.put(proposal, new Ready(facts, output, in.readUTF()));
        }
        return Map.copyOf(read);
    }
}
