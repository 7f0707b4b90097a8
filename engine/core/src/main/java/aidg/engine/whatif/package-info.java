/// What would change it: an offer on other terms, over lines and surfaces of them, the smallest edit that makes
/// it acceptable, and a policy put on many offers at once. Knows no model: it asks `Offers` and `Forecaster`
/// what terms would bring. Read `SmallestEdit` and `PortfolioRun` first.
@NullMarked
package aidg.engine.whatif;

import org.jspecify.annotations.NullMarked;
