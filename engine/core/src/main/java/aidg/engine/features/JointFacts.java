package aidg.engine.features;

import aidg.engine.domain.DealTerms;
import aidg.engine.features.FeatureSchema.Side;
import java.util.List;

/// The joint facts of one proposal on many terms of its category: whatever does not depend on them is worked
/// out once. Used by one thread; needs no lock, for the past that it looks at does not change any more.
public final class JointFacts {

    private final List<FeatureFamily.Joints> families;
    private final int width;

    JointFacts(List<FeatureFamily> families, Moment moment) {
        List<FeatureFamily> joint =
                families.stream().filter(family -> family.has(Side.JOINT)).toList();
        this.families = joint.stream().map(family -> family.joints(moment)).toList();
        width = joint.stream()
                .flatMap(family -> family.tokens().stream())
                .filter(token -> token.side() == Side.JOINT)
                .mapToInt(token -> token.features().size())
                .sum();
    }

    /// The raw values of the joint tokens alone, in the order of the schema, NaN where a fact is missing.
    public float[] row(DealTerms terms) {
        FeatureFamily.Row row = new FeatureFamily.Row(width);
        for (FeatureFamily.Joints family : families) {
            family.write(terms, row);
        }
        return row.finish();
    }
}
