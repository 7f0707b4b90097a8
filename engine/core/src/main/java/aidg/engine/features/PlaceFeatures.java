package aidg.engine.features;

import static aidg.engine.features.FeatureFamily.token;

import aidg.engine.features.FeatureSchema.Side;
import aidg.engine.features.FeatureSchema.Token;
import java.util.List;
import java.util.stream.Stream;

/// Where it is sold: the city's demand, competitors close by and how the neighbours fare.
final class PlaceFeatures implements FeatureFamily {

    @Override
    public List<Token> tokens() {
        return List.of(
                token(
                        Side.DEAL,
                        "city_demand",
                        "City demand",
                        "demand",
                        "index/100",
                        "population",
                        "log count",
                        "city_success",
                        "share"),
                token(
                        Side.DEAL,
                        "competition",
                        "Competition",
                        "rivals_2km",
                        "log count",
                        "rivals_5km",
                        "log count",
                        "nearest",
                        "log km",
                        "running_2km",
                        "log count",
                        "running_discount",
                        "share"),
                token(
                        Side.MERCHANT,
                        "neighbourhood",
                        "Neighbourhood",
                        "recent_success",
                        "share",
                        "evidence",
                        "log count",
                        "recent_ratio",
                        "ratio",
                        "over_category",
                        "share",
                        "traffic_change",
                        "log ratio",
                        "traffic_evidence",
                        "log count"),
                token(
                        Side.MERCHANT,
                        "crowding",
                        "Local competition",
                        "rivals_2km",
                        "log count",
                        "rivals_5km",
                        "log count"));
    }

    @Override
    public void write(Moment moment, Row row) {
        long today = moment.today();
        double base = moment.market().baseRate();
        row.put(
                moment.city().demand() / 100,
                Math.log1p(moment.city().population()),
                moment.market().city(moment.city().id()).mean(today, base, 10));

        Competition around = moment.competition();
        int running = 0;
        double discounts = 0;
        for (MerchantLedger.Run run : runs(moment)) {
            if (run.category().equals(moment.terms().category()) && overlaps(run, moment)) {
                running++;
                discounts += run.discount();
            }
        }
        row.put(
                Math.log1p(around.within2Km()),
                Math.log1p(around.within5Km()),
                Math.log1p(around.nearestKm()),
                Math.log1p(running),
                running == 0 ? Double.NaN : discounts / running);

        double categoryRate =
                moment.market().category(moment.merchant().category()).success.mean(base, 20);
        double weight = 0;
        double success = 0;
        double ratio = 0;
        double ratioWeight = 0;
        double change = 0;
        double changeWeight = 0;
        for (MerchantLedger neighbour : moment.neighbours()) {
            double w = neighbour.recentReach.weight(today);
            weight += w;
            success += w * neighbour.recentReach.mean(today, 0.5, 1e-9);
            double v = neighbour.recentRatio.weight(today);
            ratioWeight += v;
            ratio += v * neighbour.recentRatio.mean(today, 1, 1e-9);
            if (neighbour.traffic.count() > 3) {
                double u = neighbour.recentTraffic.weight(today);
                changeWeight += u;
                change += u * (neighbour.recentTraffic.mean(today, 0, 1e-9) - neighbour.traffic.mean());
            }
        }
        double rate = (success + categoryRate * 3) / (weight + 3);
        row.put(
                rate,
                Math.log1p(weight),
                (ratio + 3) / (ratioWeight + 3),
                rate - categoryRate,
                change / (changeWeight + 1),
                Math.log1p(changeWeight));
        row.put(Math.log1p(around.within2Km()), Math.log1p(around.within5Km()));
    }

    /// Of the rivals, and those assumed beside them.
    private static Iterable<MerchantLedger.Run> runs(Moment moment) {
        return () -> Stream.concat(
                        moment.rivals().stream().flatMap(rival -> rival.runs.stream()), moment.beside().stream())
                .iterator();
    }

    private static boolean overlaps(MerchantLedger.Run run, Moment moment) {
        long end = moment.startDay() + moment.terms().durationDays();
        return run.startDay() < end && run.endDay() > moment.startDay();
    }
}
