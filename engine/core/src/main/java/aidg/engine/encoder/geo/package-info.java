/// Place and season as 48 numbers: city, category's season, competition. Read `GeoEncoder` and `Node2Vec` first.
@NullMarked
package aidg.engine.encoder.geo;

import org.jspecify.annotations.NullMarked;
