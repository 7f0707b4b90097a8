package aidg.engine.whatif;

import aidg.engine.domain.DealTerms;

/// Says what an offer would bring on other terms.
public interface Offers {

    /// Every pair of a point on `x` and one on `y`; the other terms as in `base`.
    ///
    /// @throws IllegalArgumentException if both sweep one term, or a value is out of its range
    Surface sweep(DealTerms base, Axis x, Axis y);
}
