package aidg.ui.format;

import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Interval;
import aidg.engine.domain.Money;
import aidg.engine.domain.MoneyRange;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Writes every figure on the screen, in one locale and time zone. The minus is U+2212, a range has an en dash and
/// one unit, and the locale decides between `71%` and `71 %`. Money is dollars, the marketplace's one currency.
///
/// @param locale how numbers and dates are written
/// @param zone   local time
public record Figures(Locale locale, ZoneId zone) {

    private static final String MINUS = "\u2212";
    private static final String DASH = "\u2013";
    private static final double TEN_SECONDS = 10;

    /// Whole dollars: `$4,620`, `−$40`.
    public String money(Money money) {
        return currency(0).format(Math.abs(whole(money))).transform(text -> signed(whole(money) < 0, text));
    }

    /// A price, with cents only where there are any: `$78`, `$12.50`.
    public String price(Money money) {
        int digits = money.cents() % 100 == 0 ? 0 : 2;
        return currency(digits).format(Math.abs(money.amount())).transform(text -> signed(money.cents() < 0, text));
    }

    /// A change of money with its sign: `+$310`, `−$40`, `$0`.
    public String moneyChange(Money change) {
        return whole(change) > 0 ? "+" + money(change) : money(change);
    }

    /// `$3,810–5,490`; both signs are written where one end is negative.
    public String range(MoneyRange range) {
        if (whole(range.low()) < 0) {
            return money(range.low()) + " to " + money(range.high());
        }
        String low = money(range.low());
        String high = money(range.high());
        boolean unitFirst = !Character.isDigit(high.charAt(0));
        return unitFirst ? low + DASH + count(whole(range.high())) : count(whole(range.low())) + DASH + high;
    }

    /// A share in whole percent: `71%`.
    public String percent(double share) {
        return NumberFormat.getPercentInstance(locale)
                .format(Math.abs(wholePercent(share)) / 100.0)
                .transform(text -> signed(wholePercent(share) < 0, text));
    }

    /// `63–78%`.
    public String range(Interval interval) {
        return count(wholePercent(interval.low())) + DASH + percent(interval.high());
    }

    /// Points of probability with their sign: `+9`, `−6`, `0`.
    public String points(int points) {
        return points > 0 ? "+" + count(points) : signed(points < 0, count(Math.abs(points)));
    }

    /// `18% over` or `3% under`, of a figure against what it is measured by, which must be positive.
    public String against(Money figure, Money measure) {
        double change = figure.amount() / measure.amount() - 1;
        return "%s %s".formatted(percent(Math.abs(change)), change < 0 ? "under" : "over");
    }

    /// A change of probability in points with one decimal and its sign: `+8.7`, `−1.6`, `0.0`.
    public String signedPoints(double change) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        long tenths = Math.round(change * 1000);
        String size = format.format(Math.abs(tenths) / 10.0);
        return tenths > 0 ? "+" + size : signed(tenths < 0, size);
    }

    /// Two decimals: `0.81`.
    public String hundredths(double share) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(2);
        return format.format(share);
    }

    /// `12,480`.
    public String count(long count) {
        return NumberFormat.getIntegerInstance(locale)
                .format(Math.abs(count))
                .transform(text -> signed(count < 0, text));
    }

    /// At most `digits` decimals, no trailing zeros: `0.06`.
    public String decimal(double value, int digits) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(digits);
        String text = format.format(Math.abs(value));
        boolean zero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
        return zero ? text : signed(value < 0, text);
    }

    /// `1 deal`, `12 deals`.
    public String count(long count, String one, String many) {
        return count(count) + " " + (count == 1 ? one : many);
    }

    /// `21 days`.
    public String days(int days) {
        return count(days, "day", "days");
    }

    /// Discount, price and duration on one line: `35% · $78 · 21 days`.
    public String terms(DealTerms terms) {
        return "%s · %s · %s"
                .formatted(percent(terms.discount().fraction()), price(terms.price()), days(terms.durationDays()));
    }

    /// `0.2 ms`.
    public String millis(double millis) {
        return decimal(millis, millis < TEN_SECONDS ? 1 : 0) + " ms";
    }

    /// How long something will still take: `about 20 s`, `about 3 min`.
    public String left(Duration left) {
        long seconds = Math.max(1, left.toSeconds());
        if (seconds < 60) {
            return "about %s s".formatted(count(seconds <= TEN_SECONDS ? seconds : Math.round(seconds / 5.0) * 5));
        }
        return "about %s min".formatted(count(Math.ceilDiv(seconds, 60)));
    }

    /// The day of an instant where this person is.
    public LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, zone);
    }

    /// Day of the week and date: `Mon, Nov 23`.
    public String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedPattern("MMMEd").withLocale(locale).format(day);
    }

    /// Date with its year: `Nov 19, 2026`.
    public String date(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(day);
    }

    /// Reads a day as people write it: `Nov 19, 2026`, `11/19/26`, `2026-11-19`, or without its year the next such
    /// day from `from` on. Empty if it cannot be read.
    public Optional<LocalDate> readDate(String text, LocalDate from) {
        String plain = text.strip();
        for (DateTimeFormatter form : List.of(
                DateTimeFormatter.ISO_LOCAL_DATE,
                localized(FormatStyle.MEDIUM),
                localized(FormatStyle.LONG),
                localized(FormatStyle.SHORT))) {
            Optional<LocalDate> read = read(plain, form);
            if (read.isPresent()) {
                return read;
            }
        }
        return Stream.of(from.getYear(), from.getYear() + 1)
                .flatMap(year -> read("%s, %d".formatted(plain, year), localized(FormatStyle.MEDIUM)).stream())
                .filter(day -> !day.isBefore(from))
                .findFirst();
    }

    private DateTimeFormatter localized(FormatStyle style) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .append(DateTimeFormatter.ofLocalizedDate(style))
                .toFormatter(locale);
    }

    private static Optional<LocalDate> read(String text, DateTimeFormatter form) {
        try {
            LocalDate day = LocalDate.parse(text, form);
            // There is no February 30: forms of a locale would read it as the 28th.
            String named = "(?<!\\d)0?%d(?!\\d)".formatted(day.getDayOfMonth());
            return Pattern.compile(named).matcher(text).find() ? Optional.of(day) : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /// Date and local time of day: `Nov 19, 2026, 14:32`.
    public String moment(Instant moment) {
        ZonedDateTime local = moment.atZone(zone);
        return date(local.toLocalDate()) + ", " + time(local);
    }

    /// The same moment in universal time: `20:32 UTC`.
    public String utc(Instant moment) {
        return time(moment.atZone(ZoneOffset.UTC)) + " UTC";
    }

    /// Local time of day: `14:32`.
    public String timeOfDay(Instant moment) {
        return time(moment.atZone(zone));
    }

    /// How long something took: `under 1 s`, `12 s`, `3 min 20 s`.
    public String took(Duration time) {
        long seconds = time.toSeconds();
        if (seconds < 1) {
            return "under 1 s";
        }
        return seconds < 60
                ? "%s s".formatted(count(seconds))
                : "%s min %s s".formatted(count(seconds / 60), count(seconds % 60));
    }

    /// How long somebody worked, in whole minutes: `under 1 min`, `47 min`, `1 h 5 min`.
    public String worked(Duration time) {
        long minutes = time.toMinutes();
        if (minutes < 1) {
            return "under 1 min";
        }
        return minutes < 60
                ? "%s min".formatted(count(minutes))
                : "%s h %s min".formatted(count(minutes / 60), count(minutes % 60));
    }

    private String time(ZonedDateTime moment) {
        return DateTimeFormatter.ofPattern("HH:mm", locale).format(moment);
    }

    private NumberFormat currency(int digits) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(Currency.getInstance("USD"));
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format;
    }

    private static long whole(Money money) {
        return Math.round(money.amount());
    }

    private static long wholePercent(double share) {
        return Math.round(share * 100);
    }

    private static String signed(boolean negative, String text) {
        return negative ? MINUS + text : text;
    }
}
