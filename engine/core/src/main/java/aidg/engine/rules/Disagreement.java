package aidg.engine.rules;

/// A held-out deal of which the model says the opposite of the rule that fires for it.
///
/// @param rule    that fires
/// @param example the deal
/// @param unusual the number by which it differs most from the rule's other deals: `list price $84 (usually $31)`;
///                empty if by none
public record Disagreement(Rule rule, Example example, String unusual) {

    /// Deals of one rule that are named, at most.
    public static final int MOST = 10;
}
