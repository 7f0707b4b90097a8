package aidg.planted.features;

import ai.djl.ndarray.NDArray;
import io.github.metarank.lightgbm4j.LGBMBooster;
import java.sql.Connection;

/// Holds what only other packages may hold.
public record Fact(NDArray tensor, LGBMBooster booster, Connection connection) {}
