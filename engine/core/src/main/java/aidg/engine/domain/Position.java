package aidg.engine.domain;

/// A point on the map, WGS 84, in degrees.
public record Position(double latitude, double longitude) {

    private static final double EARTH_RADIUS_KM = 6371.0;

    public Position {
        if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) {
            throw new IllegalArgumentException("position %s, %s is not on the map".formatted(latitude, longitude));
        }
    }

    /// Great-circle distance in kilometres (haversine formula).
    public double distanceKm(Position other) {
        double dLat = Math.toRadians(other.latitude - latitude) / 2;
        double dLon = Math.toRadians(other.longitude - longitude) / 2;
        double a = Math.sin(dLat) * Math.sin(dLat)
                + Math.cos(Math.toRadians(latitude))
                        * Math.cos(Math.toRadians(other.latitude))
                        * Math.sin(dLon)
                        * Math.sin(dLon);
        return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(a)));
    }
}
