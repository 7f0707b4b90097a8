package aidg.ui.review;

import aidg.engine.domain.OverrideReason;
import java.util.Map;
import java.util.Optional;

/// Where reviewing stood: what was selected, sifted and half written. Kept as names and values.
///
/// @param filter the line that sifts, may be empty
record ReviewState(Optional<String> selection, String filter, Optional<Draft> draft) {

    static final String SELECTION = "review.selection";
    static final String FILTER = "review.filter";
    static final String DRAFT = "review.draft";
    static final String REASON = "review.draft.reason";
    static final String COMMENT = "review.draft.comment";
    static final String DISCOUNT = "review.draft.discount";
    static final String PRICE = "review.draft.price";
    static final String DAYS = "review.draft.days";

    private static final String TERMS = " terms";

    /// An override half written.
    record Draft(
            String dealId,
            boolean editsTerms,
            Optional<OverrideReason> reason,
            String comment,
            String discount,
            String price,
            String days) {

        void writeTo(DraftViewModel draft) {
            draft.reasonProperty().set(reason);
            draft.commentProperty().set(comment);
            if (editsTerms) {
                draft.text().discountProperty().set(discount);
                draft.text().priceProperty().set(price);
                draft.text().daysProperty().set(days);
            }
        }
    }

    static ReviewState of(Map<String, String> kept) {
        String draft = kept.getOrDefault(DRAFT, "");
        return new ReviewState(
                Optional.of(kept.getOrDefault(SELECTION, "")).filter(id -> !id.isEmpty()),
                kept.getOrDefault(FILTER, ""),
                draft.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Draft(
                                draft.replace(TERMS, ""),
                                draft.endsWith(TERMS),
                                reason(kept.getOrDefault(REASON, "")),
                                kept.getOrDefault(COMMENT, ""),
                                kept.getOrDefault(DISCOUNT, ""),
                                kept.getOrDefault(PRICE, ""),
                                kept.getOrDefault(DAYS, ""))));
    }

    private static Optional<OverrideReason> reason(String code) {
        return code.isEmpty() ? Optional.empty() : Optional.of(OverrideReason.of(code));
    }

    /// What `of` reads back.
    static Map<String, String> of(DraftViewModel draft) {
        return Map.of(
                DRAFT, ReviewViewModel.id(draft.item()) + (draft.editsTerms() ? TERMS : ""),
                REASON, draft.reasonProperty().get().map(OverrideReason::code).orElse(""),
                COMMENT, draft.commentProperty().get(),
                DISCOUNT, draft.text().discountProperty().get(),
                PRICE, draft.text().priceProperty().get(),
                DAYS, draft.text().daysProperty().get());
    }
}
