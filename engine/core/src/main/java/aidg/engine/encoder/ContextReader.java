package aidg.engine.encoder;

import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Discount;
import aidg.engine.domain.Merchant;
import aidg.engine.domain.Money;
import aidg.engine.encoder.geo.GeoEncoder;
import java.time.LocalDate;

/// Puts together what is known of a merchant on a day beside its deals. Nothing of the deal at hand goes in, so
/// that one memory serves all deals of the day. Not for two threads at once.
public final class ContextReader {

    private static final Discount ANY_DISCOUNT = new Discount(0.3);
    private static final Money ANY_PRICE = Money.of(30.0);
    private static final int ANY_DAYS = 14;
    private static final int LEAD_DAYS = 7;

    private final NoteReadings notes;
    private final GeoEncoder places;
    private final GraphVectors graph;

    /// What the graph says of a merchant on a day; 0 for one that it does not know.
    @FunctionalInterface
    public interface GraphVectors {
        float[] of(String merchantId, LocalDate day);
    }

    public ContextReader(NoteReadings notes, GeoEncoder places, GraphVectors graph) {
        this.notes = notes;
        this.places = places;
        this.graph = graph;
    }

    /// @param groups facts of the feature groups, `TokenLayout.size(MERCHANT)` numbers
    public MerchantContext read(Merchant merchant, LocalDate day, float[] groups) {
        DealTerms terms = new DealTerms(ANY_DISCOUNT, ANY_PRICE, ANY_DAYS, merchant.category());
        return new MerchantContext(
                notes.before(merchant.id(), day.toEpochDay()),
                places.encode(merchant, terms, day, day.plusDays(LEAD_DAYS)),
                graph.of(merchant.id(), day),
                groups);
    }
}
