package aidg.ui.whatif;

import aidg.engine.review.ReviewItem;
import aidg.ui.page.Problem;

/// What the view shows.
sealed interface WhatIfState {

    record Nobody() implements WhatIfState {}

    record Loading(ReviewItem item) implements WhatIfState {}

    record Ready(ReviewItem item, WhatIfDesk.Opened opened) implements WhatIfState {}

    record Broken(ReviewItem item, Problem problem) implements WhatIfState {}
}
