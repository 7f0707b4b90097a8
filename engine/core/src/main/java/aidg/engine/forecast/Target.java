package aidg.engine.forecast;

/// What is forecast, on the logarithmic scale.
enum Target {
    /// Redemptions per view.
    CONVERSION,
    /// Views per sale at list price that the baseline amounts to.
    TRAFFIC,
    /// Redemptions per sale at list price that the baseline amounts to; where views are not counted.
    SALES
}
