package aidg.engine.marketplace.generator;

import aidg.engine.domain.Category;

/// A deal that went out, from day `start` to day `end`, both included.
record Run(int start, int end, Category category, double discount) {

    boolean overlaps(int first, int last) {
        return start <= last && first <= end;
    }
}
