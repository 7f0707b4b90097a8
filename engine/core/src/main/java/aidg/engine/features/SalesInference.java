package aidg.engine.features;

import aidg.engine.forecast.SalesForecastFit;
import aidg.engine.forecast.SuccessFit;
import aidg.engine.forecast.TopicReader;
import aidg.engine.marketplace.Marketplace;
import java.time.LocalDate;

/// What the sales forecast learned from the past; part of a model file.
///
/// @param sales        hyper-parameters of sales
/// @param success      how managers decide, and how sure the forecast is to be taken
/// @param notes        how notes are read for it
/// @param profileWidth numbers that it holds of a merchant
public record SalesInference(SalesForecastFit sales, SuccessFit success, TopicReader notes, int profileWidth) {

    /// Learns from what was known before `cutoff`, and nothing later. [B2]
    static SalesInference learn(Marketplace marketplace, LocalDate cutoff) {
        TopicReader notes = TopicReader.learn(marketplace, cutoff);
        SalesForecastFit sales = SalesForecastFit.learn(marketplace, cutoff, notes);
        SuccessFit success = SuccessFit.learn(marketplace, cutoff, sales, notes);
        return new SalesInference(sales, success, notes, sales.profileWidth());
    }
}
