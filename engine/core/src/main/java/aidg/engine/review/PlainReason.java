package aidg.engine.review;

import aidg.engine.ScoreTrace.Saying;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Says a part of an explanation to somebody who has never heard of a model: as a sentence without `baseline`,
/// `override` or `forecast`. Where the part names no figure there is nothing to say.
final class PlainReason {

    /// Of a merchant that nothing is known of.
    private static final String NOTHING = " 0% ";

    /// What the words of an explanation look like, per fact, and the sentence for them; `%1$s` and so on are what
    /// the pattern caught. The first that fits counts.
    private record Form(Pattern words, String sentence) {}

    private static final Map<String, Form[]> FORMS = Map.ofEntries(
            form(
                    "discount",
                    "Discount (\\S+), managers settle at about (\\S+)",
                    "%s off; what goes out for such a merchant settles at about %s",
                    "Discount (\\S+), usual is (\\S+)",
                    "%s off; its usual is %s",
                    "Discount (\\S+), first deal",
                    "%s off, on its first deal"),
            form(
                    "price",
                    "List price (\\S+), managers settle at about (\\S+)",
                    "The list price is %s; for such a merchant it settles at about %s",
                    "Price (\\S+), usual is (\\S+)",
                    "Customers pay %s; its usual is %s",
                    "Price (\\S+)",
                    "Customers pay %s"),
            form("list_price", "List price (\\S+), usual is (\\S+)", "The list price is %s; its usual is %s"),
            form(
                    "duration",
                    "Runs (\\S+) days, managers settle at about (\\S+)",
                    "It runs %s days; what goes out for such a merchant settles at about %s",
                    "Runs (\\S+) days, usual is (\\S+)",
                    "It runs %s days; its usual is %s",
                    "Runs (\\S+) days",
                    "It runs %s days"),
            form(
                    "category",
                    "Sold as (.+) by a merchant of (.+)",
                    "It is sold as %s, but the merchant's own line is %s",
                    "Sold in the merchant's own category",
                    "It is in the merchant's own line of business",
                    "In its own line of business.*",
                    "It is in the merchant's own line of business",
                    "In another line of business.*",
                    "It is in another line of business than the merchant's own"),
            form(
                    "season",
                    "Time of the year, (.+)",
                    "The time of the year, %s",
                    "Time of year, (\\S+) succeed in this month",
                    "%s of such deals work in this month"),
            form(
                    "fatigue",
                    "Earlier runs not yet forgotten, 0.0",
                    "None of its earlier runs is still on customers' minds",
                    "Earlier runs not yet forgotten, (.+)",
                    "Customers still remember about %s of its earlier runs"),
            form(
                    "competition",
                    "(No rival deal|\\d+ rival deals?) at the time",
                    "%s at the same time",
                    "(No rival deal|\\d+ rival deals?) at the same time nearby",
                    "%s at the same time nearby"),
            form("place", "City and area sell (.+) than others", "Its city and area buy %s than others"),
            form("nature", "Its customers buy (.+) than others'", "Its customers buy %s than others'"),
            form("state", "At present it sells (.+) than usual", "At present it sells %s than usual"),
            form(
                    "baseline",
                    "Baseline (.+) its usual one",
                    "Without a deal it would earn %s its average at that time, which the deal has to match"),
            form(
                    "overrides",
                    "Merchant and manager override (\\S+) times as often as others",
                    "Its proposals are changed or refused %s times as often as others'",
                    "No override so far",
                    "None of its proposals was changed or refused so far",
                    "1 override so far",
                    "One of its proposals was changed or refused so far",
                    "(\\d+) overrides so far",
                    "%s of its proposals were changed or refused so far"),
            form(
                    "override_reasons",
                    "Most overrides said: (.+)",
                    "Most changes so far said \u201c%s\u201d",
                    "Overridden at times for: (.+)",
                    "At times it was changed for \u201c%s\u201d"),
            form("risk_adjustment", "Risk of an override.*", "Its proposals are changed or refused at times"),
            form("city_demand", "City demand (\\S+) of 100", "The city buys at %s on a scale to 100, average 50"),
            form(
                    "similar_deals",
                    "Past deals like this, (\\S+) succeeded",
                    "%s of past deals like this worked",
                    "No past deal like this",
                    "There is no past deal like this"),
            form("history_match", "(Last run ended \\d+ days before this one)", "Its %s"),
            form(
                    "neighbourhood",
                    "Neighbours' deals, (\\S+) reach baseline",
                    "%s of the neighbours' deals earned at least the usual"),
            form("crowding", "(No rival|\\d+ rivals?) within 2 km", "%s within 2 km"),
            form("track_record", "Track record, (\\S+) of (.+) succeeded", "%s of its %s worked"),
            form(
                    "recent_form",
                    "Recent form, (\\S+) reach baseline",
                    "Lately %s of its deals earned at least the usual"),
            form("last_deals", "Last deal brought (\\S+) of baseline", "Its last deal earned %s of its usual 30 days"),
            form("trend", "Getting (better|weaker)", "Its deals are getting %s"),
            form(
                    "traffic",
                    "Views lately (\\S+) (under|over) usual",
                    "Its offers are looked at %s %s the usual lately"),
            form("sales_forecast", "At past pace (\\S+) of viewers buy", "%s of those who look at its offers buy"),
            form("standing", "On the marketplace for (.+)", "It has been on the marketplace for %s"),
            form("discount_habit", "Good deals here had (\\S+) off", "Its good deals had %s off"),
            form("price_habit", "Good deals here cost (\\S+)", "Its good deals cost %s"),
            form("duration_habit", "Good deals here ran (\\S+) days", "Its good deals ran %s days"),
            form("approvals", "Managers approve (\\S+) here", "%s of its proposals go out unchanged"),
            form("notes", "Managers' notes (sound .+)", "Our notes about it %s"),
            form("trade", "Line of business, (\\S+) of its deals succeed", "%s of deals in its line of business work"));

    private PlainReason() {}

    /// The sentence with its full stop; empty where the part has no figure that a merchant would understand.
    static Optional<String> of(Saying saying) {
        if (saying.words().contains(NOTHING)) {
            return Optional.empty();
        }
        for (Form form : FORMS.getOrDefault(saying.feature(), new Form[0])) {
            Matcher matcher = form.words().matcher(saying.words());
            if (matcher.matches()) {
                Object[] caught = new Object[matcher.groupCount()];
                for (int i = 0; i < caught.length; i++) {
                    caught[i] = matcher.group(i + 1);
                }
                String sentence = Plain.capital(form.sentence().formatted(caught));
                return Optional.of(sentence + ending(saying));
            }
        }
        return Optional.empty();
    }

    private static String ending(Saying saying) {
        if (saying.feature().equals("season") && saying.words().startsWith("Time of the year")) {
            return saying.points() < 0 ? ", is a weak one for such a deal." : ", is a good one for such a deal.";
        }
        String typical = saying.typical().replaceFirst("^typical ", "");
        return typical.isEmpty() || saying.feature().matches("discount|price|duration")
                ? "."
                : "; typical is %s.".formatted(typical);
    }

    /// @param forms pattern and sentence by turns
    private static Map.Entry<String, Form[]> form(String feature, String... forms) {
        Form[] all = new Form[forms.length / 2];
        for (int i = 0; i < all.length; i++) {
            all[i] = new Form(Pattern.compile(forms[2 * i]), forms[2 * i + 1]);
        }
        return Map.entry(feature, all);
    }
}
