package aidg.engine.forecast;

import aidg.engine.domain.Category;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;

/// How circumstances are written down: every number as it is, in the order of the records.
final class CircumstancesFile {

    private CircumstancesFile() {}

    static void write(Circumstances circumstances, DataOutput out) throws IOException {
        write(circumstances.situation(), out);
        write(circumstances.held(), out);
        out.writeDouble(circumstances.best());
    }

    static Circumstances read(DataInput in) throws IOException {
        return new Circumstances(situation(in), held(in), in.readDouble());
    }

    private static void write(Situation situation, DataOutput out) throws IOException {
        Backdrop backdrop = situation.backdrop();
        out.writeLong(backdrop.day());
        out.writeUTF(backdrop.cityId());
        out.writeUTF(backdrop.area());
        out.writeUTF(backdrop.ownCategory().name());
        write(out, backdrop.demand(), backdrop.crowding(), backdrop.lessons(), backdrop.declined(), backdrop.usual());
        Offer offer = situation.offer();
        write(out, offer.discount(), offer.logList(), offer.logDays());
        out.writeUTF(offer.category().name());
        write(
                out,
                situation.yearPart(),
                situation.freshFatigue(),
                situation.longFatigue(),
                situation.rivals(),
                situation.deeper(),
                situation.change(),
                situation.unusual(),
                situation.logNeeded());
    }

    private static Situation situation(DataInput in) throws IOException {
        Backdrop backdrop = new Backdrop(
                in.readLong(),
                in.readUTF(),
                in.readUTF(),
                new Category(in.readUTF()),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble());
        Offer offer = new Offer(in.readDouble(), in.readDouble(), in.readDouble(), new Category(in.readUTF()));
        return new Situation(
                backdrop,
                offer,
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble());
    }

    private static void write(Held held, DataOutput out) throws IOException {
        writeAll(out, held.right().mean());
        writeAll(out, held.right().sd());
        out.writeInt(held.states().size());
        for (Map.Entry<Target, HiddenState> state : held.states().entrySet()) {
            out.writeUTF(state.getKey().name());
            writeAll(out, state.getValue().mean());
            writeAll(out, state.getValue().covariance());
        }
        write(out, held.cost().mean(), held.cost().variance());
        out.writeInt(held.capacity());
        out.writeInt(held.most());
        OverrideLeanings leanings = held.leanings();
        writeAll(out, leanings.own());
        writeAll(out, leanings.manager());
        write(out, leanings.ownRate(), leanings.managerRate());
    }

    private static Held held(DataInput in) throws IOException {
        RightTerms right = new RightTerms(readAll(in), readAll(in));
        Map<Target, HiddenState> states = new EnumMap<>(Target.class);
        int targets = in.readInt();
        for (int i = 0; i < targets; i++) {
            states.put(Target.valueOf(in.readUTF()), new HiddenState(readAll(in), readAll(in)));
        }
        MarginFit.Cost cost = new MarginFit.Cost(in.readDouble(), in.readDouble());
        int capacity = in.readInt();
        int most = in.readInt();
        OverrideLeanings leanings = new OverrideLeanings(readAll(in), readAll(in), in.readDouble(), in.readDouble());
        return new Held(right, states, cost, capacity, most, leanings);
    }

    private static void writeAll(DataOutput out, double[] values) throws IOException {
        out.writeInt(values.length);
        write(out, values);
    }

    private static void write(DataOutput out, double... values) throws IOException {
        for (double value : values) {
            out.writeDouble(value);
        }
    }

    private static double[] readAll(DataInput in) throws IOException {
        double[] values = new double[in.readInt()];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readDouble();
        }
        return values;
    }
}
