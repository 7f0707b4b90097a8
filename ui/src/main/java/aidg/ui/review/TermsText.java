package aidg.ui.review;

import aidg.engine.domain.Category;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Discount;
import aidg.engine.domain.Money;
import aidg.ui.format.Figures;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Deal terms as they are typed: text for each, and the terms they mean as long as all can be read. Until a
/// price is typed, it follows the discount, so that the list price stays what it was.
final class TermsText {

    private static final double LARGEST_PRICE = 1_000_000;

    private final DealTerms original;
    private final Figures figures;
    private final StringProperty discount;
    private final StringProperty price;
    private final StringProperty days;
    private final ObjectProperty<Category> category;
    private String derivedPrice;
    private final ReadOnlyObjectWrapper<Optional<DealTerms>> terms = new ReadOnlyObjectWrapper<>(Optional.empty());

    TermsText(DealTerms original, Figures figures) {
        this.original = original;
        this.figures = figures;
        discount = new SimpleStringProperty(figures.decimal(original.discount().percent(), 1));
        price = new SimpleStringProperty(figures.decimal(original.price().amount(), 2));
        days = new SimpleStringProperty(Integer.toString(original.durationDays()));
        category = new SimpleObjectProperty<>(original.category());
        derivedPrice = price.get();
        discount.subscribe(now -> follow());
        terms.bind(Bindings.createObjectBinding(this::read, discount, price, days, category));
    }

    private void follow() {
        OptionalDouble percent = number(discount);
        if (price.get().equals(derivedPrice)
                && percent.isPresent()
                && discountProblem().isEmpty()) {
            boolean asProposed =
                    !changed(discount, figures.decimal(original.discount().percent(), 1));
            DealTerms now = asProposed ? original : original.withDiscount(new Discount(percent.getAsDouble() / 100));
            derivedPrice = figures.decimal(now.price().amount(), 2);
            price.set(derivedPrice);
        }
    }

    /// Writes down other terms, as if they had been typed; the category is not among what can be typed.
    void write(DealTerms changed) {
        discount.set(figures.decimal(changed.discount().percent(), 1));
        price.set(figures.decimal(changed.price().amount(), 2));
        days.set(Integer.toString(changed.durationDays()));
        category.set(changed.category());
    }

    private Optional<DealTerms> read() {
        if (!problems().isEmpty()) {
            return Optional.empty();
        }
        // Untouched text keeps the exact original: showing a figure must not round it.
        Discount newDiscount =
                changed(discount, figures.decimal(original.discount().percent(), 1))
                        ? new Discount(number(discount).orElseThrow() / 100)
                        : original.discount();
        Money newPrice = changed(price, figures.decimal(original.price().amount(), 2))
                ? Money.of(number(price).orElseThrow())
                : original.price();
        return Optional.of(
                new DealTerms(newDiscount, newPrice, (int) number(days).orElseThrow(), category.get()));
    }

    private static boolean changed(StringProperty field, String before) {
        return !field.get().strip().equals(before);
    }

    /// What is wrong with each field that cannot be read, in words.
    List<String> problems() {
        return Stream.of(discountProblem(), priceProblem(), daysProblem())
                .flatMap(Optional::stream)
                .toList();
    }

    Optional<String> discountProblem() {
        return inside(discount, 0, 99.9) ? Optional.empty() : Optional.of("Write the discount as 0 to 99 percent.");
    }

    Optional<String> priceProblem() {
        return inside(price, 0.01, LARGEST_PRICE)
                ? Optional.empty()
                : Optional.of("Write the price in dollars, more than 0.");
    }

    Optional<String> daysProblem() {
        OptionalDouble read = number(days);
        boolean whole = read.isPresent() && read.getAsDouble() == Math.rint(read.getAsDouble());
        return whole && inside(days, 1, DealTerms.LONGEST_RUN_DAYS)
                ? Optional.empty()
                : Optional.of("Write the run as 1 to %d whole days.".formatted(DealTerms.LONGEST_RUN_DAYS));
    }

    private boolean inside(StringProperty field, double low, double high) {
        OptionalDouble read = number(field);
        return read.isPresent() && read.getAsDouble() >= low && read.getAsDouble() <= high;
    }

    private OptionalDouble number(StringProperty field) {
        String typed = field.get().strip().replace("%", "").replace("$", "").strip();
        ParsePosition end = new ParsePosition(0);
        Number read = NumberFormat.getNumberInstance(figures.locale()).parse(typed, end);
        boolean whole = read != null && end.getIndex() == typed.length() && !typed.isEmpty();
        return whole ? OptionalDouble.of(read.doubleValue()) : OptionalDouble.empty();
    }

    StringProperty discountProperty() {
        return discount;
    }

    StringProperty priceProperty() {
        return price;
    }

    StringProperty daysProperty() {
        return days;
    }

    /// What the text means, empty while part of it cannot be read.
    ReadOnlyObjectProperty<Optional<DealTerms>> termsProperty() {
        return terms.getReadOnlyProperty();
    }
}
