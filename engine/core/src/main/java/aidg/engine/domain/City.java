package aidg.engine.domain;

/// A place with its own demand.
///
/// @param population inhabitants, 0 if unknown
/// @param demand     how much customers here buy, as an index 0..100 with 50 for an average city
public record City(String id, String name, Position position, int population, double demand) {

    public City {
        if (!(demand >= 0 && demand <= 100)) {
            throw new IllegalArgumentException("demand %s is not in 0..100".formatted(demand));
        }
    }
}
