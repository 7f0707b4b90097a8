/// The nouns of the business, as records: what a merchant, a deal and its outcome are. Read `Deal` and `DealTerms`
/// first.
@NullMarked
package aidg.engine.domain;

import org.jspecify.annotations.NullMarked;
