package aidg.engine.encoder.geo;

import aidg.engine.domain.City;
import aidg.engine.domain.Merchant;
import aidg.engine.domain.Position;
import aidg.engine.marketplace.Marketplace;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A vector per city, learned by Node2Vec on a graph of cities, their areas and the categories sold there.
/// Cities with a like mix of trades, alike in how it spreads over their parts, and those close to each other
/// get like vectors. They belong to a model and are kept with it: learned anew they turn another way. [PER-9]
///
/// @param vectors 24 numbers by city id; the mean square over all cities' numbers is 1
public record CityVectors(Map<String, List<Float>> vectors) {

    /// Numbers per city.
    public static final int WIDTH = 24;

    private static final double CITY_SCALE_KM = 300;
    private static final double AREA_SCALE_KM = 3;

    /// Nodes seen in all rounds together: small graphs are gone through more often.
    private static final long STEPS = 1500;

    public CityVectors {
        for (Map.Entry<String, List<Float>> entry : vectors.entrySet()) {
            if (entry.getValue().size() != WIDTH) {
                throw new IllegalArgumentException("city '%s' has %d numbers, expected %d"
                        .formatted(entry.getKey(), entry.getValue().size(), WIDTH));
            }
        }
        vectors = Map.copyOf(vectors);
    }

    private record Area(int node, String city, List<Merchant> merchants) {

        /// Middle of its merchants.
        Position centre() {
            return new Position(
                    merchants.stream()
                            .mapToDouble(m -> m.position().latitude())
                            .average()
                            .orElse(0),
                    merchants.stream()
                            .mapToDouble(m -> m.position().longitude())
                            .average()
                            .orElse(0));
        }
    }

    /// Learns the vectors from the cities and the merchants that had joined before `day`. [B2]
    public static CityVectors learn(Marketplace marketplace, LocalDate day, long seed) {
        Links.Builder links = new Links.Builder();
        Map<String, Integer> cities = new LinkedHashMap<>();
        marketplace.cities().forEach(city -> cities.put(city.id(), links.node()));
        linkCities(marketplace.cities(), cities, links);
        linkAreas(areas(marketplace, day, links), cities, links);
        Links graph = links.build();
        int rounds = (int) Math.clamp(STEPS / Math.max(1, graph.nodes()), 1, 8);
        Node2Vec.Options options = new Node2Vec.Options(WIDTH, 1, 1, 10, 40, 5, 5, rounds);
        float[][] vectors = new Node2Vec(graph, options, seed).vectors();
        double squares = 0;
        for (int node : cities.values()) {
            for (float value : vectors[node]) {
                squares += value * value;
            }
        }
        double scale = squares == 0 ? 1 : Math.sqrt(squares / (cities.size() * (double) WIDTH));
        Map<String, List<Float>> byCity = new LinkedHashMap<>();
        cities.forEach((id, node) -> {
            List<Float> numbers = new ArrayList<>();
            for (float value : vectors[node]) {
                numbers.add((float) (value / scale));
            }
            byCity.put(id, List.copyOf(numbers));
        });
        return new CityVectors(byCity);
    }

    private static List<Area> areas(Marketplace marketplace, LocalDate day, Links.Builder links) {
        Map<String, Area> areas = new TreeMap<>();
        for (Merchant merchant : marketplace.merchants()) {
            if (merchant.joinedOn().isBefore(day)) {
                areas.computeIfAbsent(
                                merchant.cityId() + '\n' + merchant.area(),
                                ignored -> new Area(links.node(), merchant.cityId(), new ArrayList<>()))
                        .merchants()
                        .add(merchant);
            }
        }
        return List.copyOf(areas.values());
    }

    private static void linkCities(List<City> cities, Map<String, Integer> nodes, Links.Builder links) {
        for (int i = 0; i < cities.size(); i++) {
            for (int j = i + 1; j < cities.size(); j++) {
                double km = cities.get(i).position().distanceKm(cities.get(j).position());
                if (km <= 3 * CITY_SCALE_KM) {
                    links.link(
                            nodes.getOrDefault(cities.get(i).id(), i),
                            nodes.getOrDefault(cities.get(j).id(), j),
                            Math.exp(-km / CITY_SCALE_KM));
                }
            }
        }
    }

    private static void linkAreas(List<Area> areas, Map<String, Integer> cities, Links.Builder links) {
        Map<String, Integer> categories = new TreeMap<>();
        for (int i = 0; i < areas.size(); i++) {
            Area area = areas.get(i);
            Integer city = cities.get(area.city());
            if (city != null) {
                links.link(area.node(), city, Math.log1p(area.merchants().size()));
            }
            for (Merchant merchant : area.merchants()) {
                int category = categories.computeIfAbsent(merchant.category().name(), ignored -> links.node());
                links.link(
                        area.node(), category, 1.0 / Math.sqrt(area.merchants().size()));
                if (city != null) {
                    links.link(city, category, 0.2 / Math.sqrt(area.merchants().size()));
                }
            }
            for (Area other : areas.subList(0, i)) {
                if (other.city().equals(area.city())) {
                    double km = area.centre().distanceKm(other.centre());
                    links.link(area.node(), other.node(), km <= 3 * AREA_SCALE_KM ? Math.exp(-km / AREA_SCALE_KM) : 0);
                }
            }
        }
    }

    /// A city's vector. A city that was not there when the vectors were learned gets the mean of all, 0 where
    /// there is none: nothing known is told as nothing special.
    ///
    /// @return (24)
    public float[] of(String cityId) {
        List<Float> known = vectors.get(cityId);
        float[] vector = new float[WIDTH];
        for (int k = 0; k < WIDTH; k++) {
            int place = k;
            vector[k] = known != null
                    ? known.get(k)
                    : (float) vectors.values().stream()
                            .mapToDouble(numbers -> numbers.get(place))
                            .average()
                            .orElse(0);
        }
        return vector;
    }
}
