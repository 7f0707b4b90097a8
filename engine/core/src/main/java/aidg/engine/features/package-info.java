/// Named facts about a merchant, a deal and a moment. Read `FeatureSchema` first.
@NullMarked
package aidg.engine.features;

import org.jspecify.annotations.NullMarked;
