package aidg.engine.encoder;

/// What became known about a merchant's deals.
enum EventKind {
    /// A deal went out as proposed; what it brings is not known yet.
    APPROVED,
    /// A manager changed or stopped a deal.
    OVERRIDDEN,
    /// What a deal brought, 30 days after its start. [B2]
    OUTCOME,
    /// What went out in the place of an overridden deal brought, likewise.
    CHANGED_OUTCOME
}
