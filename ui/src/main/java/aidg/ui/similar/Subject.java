package aidg.ui.similar;

import aidg.engine.domain.Category;
import aidg.engine.domain.DealTerms;
import java.util.Optional;

/// Whom to compare, with whom.
///
/// @param terms    what is to be offered; empty to compare with what is usual
/// @param category whose merchants to look among; empty for the merchant's own
record Subject(String merchantId, Optional<DealTerms> terms, Optional<Category> category) {}
