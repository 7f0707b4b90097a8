package aidg.ui.session;

import aidg.engine.review.ReviewSession;

/// A session that has not ended.
///
/// @param decided decisions made in it that stand
public record OpenSession(ReviewSession session, int decided) {}
