package aidg.engine.features;

import aidg.engine.domain.City;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Merchant;
import aidg.engine.domain.Money;
import aidg.engine.forecast.Circumstances;
import aidg.engine.forecast.MerchantForecast;
import java.time.LocalDate;
import java.util.List;

/// All that may be known when a deal is looked at: the deal itself, and the ledgers as they stood before `today`.
///
/// @param today      day of the look, as epoch day
/// @param startsOn   planned first day of the deal
/// @param baseline   what the merchant earns in 30 days without the deal
/// @param ledger     the merchant's past
/// @param market     the marketplace's past
/// @param neighbours ledgers of the nearest merchants of the same category, nearest first
/// @param rivals     ledgers of the merchants of the same category within 2 km
/// @param beside     deals of other merchants of the same category within 2 km that are assumed to run beside what
///                   is known
/// @param competition how crowded the merchant's surroundings are
/// @param forecast   what is inferred of the merchant's sales
record Moment(
        long today,
        LocalDate startsOn,
        DealTerms terms,
        Money baseline,
        Merchant merchant,
        City city,
        MerchantLedger ledger,
        MarketLedger market,
        List<MerchantLedger> neighbours,
        List<MerchantLedger> rivals,
        List<MerchantLedger.Run> beside,
        Competition competition,
        MerchantForecast forecast) {

    Moment withTerms(DealTerms changed) {
        return new Moment(
                today,
                startsOn,
                changed,
                baseline,
                merchant,
                city,
                ledger,
                market,
                neighbours,
                rivals,
                beside,
                competition,
                forecast);
    }

    Circumstances circumstances() {
        return forecast.circumstances(terms, startsOn, baseline);
    }

    long startDay() {
        return startsOn.toEpochDay();
    }
}
