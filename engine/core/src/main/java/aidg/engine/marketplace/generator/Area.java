package aidg.engine.marketplace.generator;

import aidg.engine.domain.City;
import aidg.engine.domain.Position;
import java.util.List;

/// A part of a city with a few trades that are common there.
///
/// @param index       unique over all cities
/// @param centre      about which its merchants lie
/// @param specialties indices of the categories that are common there
record Area(int index, City city, String name, Position centre, List<Integer> specialties) {}
