package aidg.engine.forecast;

import aidg.engine.domain.Merchant;
import aidg.engine.marketplace.Marketplace;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Replays a marketplace in the order of time and prepares forecasts on the way; each sees only what was known
/// before its day. Used by one thread; the forecasts it hands out may be shared. [B2]
public final class SalesReplay {

    private final SalesForecastFit fit;
    private final MarketBooks books;
    private LocalDate today = LocalDate.MIN;

    /// @param reader the one with which `fit` was learned
    public SalesReplay(Marketplace market, SalesForecastFit fit, NoteReader reader) {
        this.fit = fit;
        books = new MarketBooks(market, reader);
    }

    /// A merchant as seen on a day: events of that day itself are not seen yet.
    ///
    /// @throws IllegalArgumentException if the day lies before one that was asked for already, or nobody has the
    ///     id
    public MerchantForecast on(String merchantId, LocalDate day) {
        if (day.isBefore(today)) {
            throw new IllegalArgumentException("asked for %s after %s; ask in the order of time".formatted(day, today));
        }
        today = day;
        books.replayBefore(day.toEpochDay());
        Merchant merchant = books.merchant(merchantId);
        Surroundings surroundings = books.surroundings(merchantId, day.toEpochDay());
        MerchantBook book = books.book(merchantId);
        Map<String, RightTerms> right = new HashMap<>();
        List<Observation> neighbours = books.group(surroundings.backdrop(), merchant.category());
        Map<Target, HiddenState> states = new EnumMap<>(Target.class);
        for (Target target : fit.targets()) {
            states.put(
                    target,
                    HiddenState.of(
                            target,
                            fit.target(target),
                            fit.basis(),
                            merchantId,
                            surroundings.backdrop(),
                            book.observations,
                            neighbours,
                            book.readings,
                            id -> right.computeIfAbsent(id, this::right),
                            one -> books.book(one.merchantId()).soldOut(one)));
        }
        Held held = new Held(
                right.computeIfAbsent(merchantId, this::right),
                states,
                fit.margin().infer(merchant.category().name(), book.observations),
                book.capacity(),
                book.most(),
                books.leanings(merchantId, day.toEpochDay()));
        return new MerchantForecast(fit, surroundings, held);
    }

    /// Merchants whose deals are looked at as rivals of one's: within 2 km, the nearest 60 at most, nearest first.
    ///
    /// @throws IllegalArgumentException if nobody has the id
    public List<Merchant> near(String merchantId) {
        return books.near(merchantId);
    }

    private RightTerms right(String merchantId) {
        return fit.terms().infer(books.merchant(merchantId).category(), books.book(merchantId).terms);
    }

    MarketBooks books() {
        return books;
    }
}
