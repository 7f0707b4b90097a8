package aidg.engine.marketplace.generator;

import aidg.engine.domain.Merchant;

/// What a merchant is like, hidden from everybody and constant.
///
/// @param index          position in the list of merchants
/// @param managerIndex   the merchant manager who looks after it
/// @param firstDay       first day on which it may have a deal
/// @param activity       relative frequency of its deals
/// @param quality        persistent effect on traffic, logarithmic
/// @param elasticity     how fast demand falls with the list price
/// @param response       how strongly customers answer a discount
/// @param appetite       discount beyond which the answer flattens, a fraction
/// @param bestDiscount   the discount with the highest expected gross profit, a fraction
/// @param rightPrice     list price at which it sells best, dollars
/// @param bestDays       length of run at which it sells best
/// @param costShare      cost of one sale as a share of the list price
/// @param monthlySales   ordinary sales in 30 days
/// @param capacity       most vouchers it can honour in 30 days
record MerchantNature(
        int index,
        Merchant merchant,
        CategoryTraits traits,
        Area area,
        int managerIndex,
        int firstDay,
        double activity,
        double quality,
        double elasticity,
        double response,
        double appetite,
        double bestDiscount,
        double rightPrice,
        double bestDays,
        double costShare,
        double monthlySales,
        double capacity) {}
