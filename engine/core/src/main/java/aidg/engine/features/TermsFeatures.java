package aidg.engine.features;

import static aidg.engine.features.FeatureFamily.token;

import aidg.engine.domain.DealTerms;
import aidg.engine.features.FeatureSchema.Side;
import aidg.engine.features.FeatureSchema.Token;
import java.util.List;

/// What is offered, in itself and against what this merchant and this category usually offer.
final class TermsFeatures implements FeatureFamily {

    @Override
    public List<Token> tokens() {
        return List.of(
                token(
                        Side.DEAL,
                        "discount",
                        "Discount",
                        "discount",
                        "share",
                        "over_usual",
                        "share",
                        "over_good",
                        "share",
                        "over_category",
                        "share",
                        "over_corrected",
                        "share",
                        "squared",
                        "share²"),
                token(
                        Side.DEAL,
                        "price",
                        "Price",
                        "price",
                        "log $",
                        "over_usual",
                        "log ratio",
                        "over_good",
                        "log ratio",
                        "over_category",
                        "log ratio",
                        "baseline_in_prices",
                        "log ratio"),
                token(
                        Side.JOINT,
                        "list_price",
                        "List price",
                        "price",
                        "log $",
                        "over_usual",
                        "log ratio",
                        "over_good",
                        "log ratio",
                        "over_corrected",
                        "log ratio"),
                token(
                        Side.DEAL,
                        "duration",
                        "Duration",
                        "days",
                        "log days",
                        "over_usual",
                        "log ratio",
                        "over_good",
                        "log ratio",
                        "over_corrected",
                        "log ratio"));
    }

    @Override
    public void write(Moment moment, Row row) {
        MerchantLedger ledger = moment.ledger();
        MarketLedger.CategoryLedger category =
                moment.market().category(moment.terms().category());
        double discount = moment.terms().discount().fraction();
        double logPrice = Math.log(moment.terms().price().amount());
        double logDays = Math.log(moment.terms().durationDays());
        row.put(
                discount,
                discount - ledger.discount.mean(),
                discount - ledger.successfulDiscount.mean(),
                discount - category.discount.mean(),
                discount - ledger.correctedDiscount.mean(),
                discount * discount);
        row.put(
                logPrice,
                logPrice - ledger.logPrice.mean(),
                logPrice - ledger.successfulLogPrice.mean(),
                logPrice - category.logPrice.mean(),
                moment.baseline().isPositive() ? Math.log(moment.baseline().amount()) - logPrice : Double.NaN);
        writeList(ledger, moment.terms(), row);
        row.put(
                logDays,
                logDays - ledger.logDays.mean(),
                logDays - ledger.successfulLogDays.mean(),
                logDays - ledger.correctedLogDays.mean());
    }

    @Override
    public Joints joints(Moment moment) {
        return (terms, row) -> writeList(moment.ledger(), terms, row);
    }

    private static void writeList(MerchantLedger ledger, DealTerms terms, Row row) {
        double logList = Math.log(terms.listPrice().amount());
        row.put(
                logList,
                logList - ledger.logList.mean(),
                logList - ledger.successfulLogList.mean(),
                logList - ledger.correctedLogList.mean());
    }
}
