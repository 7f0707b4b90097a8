package aidg.engine.marketplace.generator;

import aidg.engine.domain.City;
import aidg.engine.domain.Position;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/// The map: real city names and centres with invented demand, and invented areas on a spiral about each centre.
record Geography(List<City> cities, List<Area> areas) {

    private static final double KM_PER_DEGREE = 111.2;
    private static final double GOLDEN_ANGLE = Math.PI * (3 - StrictMath.sqrt(5));
    private static final int MERCHANTS_PER_AREA = 15;
    private static final int SPECIALTIES = 4;

    /// @param merchants how many merchants the map is for; sets the number of cities and areas
    static Geography draw(int merchants, List<CategoryTraits> categories, RandomStreams streams) {
        List<List<String>> atlas = Vocabulary.table("cities.txt");
        int count = Math.clamp(4 + merchants / 150L, 1, atlas.size());
        double[] weights = new double[count];
        double total = 0;
        for (int i = 0; i < count; i++) {
            weights[i] = StrictMath.sqrt(
                    StrictMath.sqrt(Double.parseDouble(atlas.get(i).get(3))));
            total += weights[i];
        }
        double[] shares = categories.stream().mapToDouble(CategoryTraits::share).toArray();
        List<City> cities = new ArrayList<>();
        List<Area> areas = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            RandomGenerator random = streams.of("city", i);
            City city = city(i, atlas.get(i), random);
            cities.add(city);
            int parts = (int) Math.max(3, Math.round(merchants * weights[i] / total / MERCHANTS_PER_AREA));
            List<String> names = names(parts, streams.of("area-names", i));
            for (int part = 0; part < parts; part++) {
                Position centre = offset(city.position(), 1.9 * StrictMath.sqrt(part + 0.3), part * GOLDEN_ANGLE);
                areas.add(new Area(areas.size(), city, names.get(part), centre, specialties(shares, random)));
            }
        }
        return new Geography(List.copyOf(cities), List.copyOf(areas));
    }

    private static City city(int index, List<String> cells, RandomGenerator random) {
        double demand = Math.clamp(50 + 15 * random.nextGaussian(), 10, 90);
        return new City(
                "C%03d".formatted(index + 1),
                cells.get(0),
                new Position(Double.parseDouble(cells.get(1)), Double.parseDouble(cells.get(2))),
                Integer.parseInt(cells.get(3)),
                Math.round(demand * 10) / 10.0);
    }

    private static List<String> names(int count, RandomGenerator random) {
        Grammar grammar = Grammar.read("names.txt");
        List<String> plain = new ArrayList<>(grammar.alternatives("area"));
        Collections.shuffle(plain, Random.from(random));
        List<String> names = new ArrayList<>(plain);
        for (int round = 0; names.size() < count; round++) {
            String side = grammar.phrase("area.side", "", random);
            for (String name : plain) {
                String candidate = side + " " + name + (round < 8 ? "" : " " + (round - 6));
                if (!names.contains(candidate)) {
                    names.add(candidate);
                }
            }
        }
        return names;
    }

    private static List<Integer> specialties(double[] shares, RandomGenerator random) {
        List<Integer> chosen = new ArrayList<>();
        while (chosen.size() < SPECIALTIES) {
            int category = Draws.weighted(random, shares);
            if (!chosen.contains(category)) {
                chosen.add(category);
            }
        }
        return List.copyOf(chosen);
    }

    /// The point at a distance in kilometres and an angle from another, rounded to about one metre.
    static Position offset(Position from, double km, double angle) {
        double latitude = from.latitude() + km * StrictMath.sin(angle) / KM_PER_DEGREE;
        double longitude = from.longitude()
                + km * StrictMath.cos(angle) / (KM_PER_DEGREE * StrictMath.cos(StrictMath.toRadians(from.latitude())));
        return new Position(Math.round(latitude * 1e5) / 1e5, Math.round(longitude * 1e5) / 1e5);
    }
}
