package aidg.engine;

import aidg.engine.domain.Deal;
import aidg.engine.domain.Merchant;
import aidg.engine.rules.Rule;

/// A past deal for which a rule fires and of which the model, asked today, says the opposite.
///
/// @param rule     that fires
/// @param deal     of a merchant that the rules were not learned from
/// @param score    what the model says of its terms today, 0..1
/// @param unusual  the number by which it differs most from the rule's other deals: `list price $84 (usually $31)`;
///                 empty if by none
public record CounterExample(Rule rule, Merchant merchant, Deal deal, double score, String unusual) {}
