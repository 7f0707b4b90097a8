package aidg.engine.packet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// One place where a packet says something else than what is worked out here.
///
/// @param path   section and members: `proposal.terms.price`; elements of a list by their `feature`, else by number
/// @param packet what the packet says, shortened for people
/// @param here   what is worked out here
/// @param kind   how much it means
public record Difference(String path, String packet, String here, Kind kind) {

    /// How much it means.
    public enum Kind {
        /// They say different things.
        OTHER,
        /// Two numbers that differ by no more than two machines' arithmetics may.
        NOISE,
        /// Two texts that differ in the last digit of a number in them.
        ROUNDING
    }

    /// By how much two machines' arithmetics may differ; ten times what other vectors made of 2,070 numbers.
    static final double TOLERANCE = 1e-6;

    /// The same in dollars of gross profit, which is tens of thousands times a network's output and in whole cents.
    private static final double GP30_TOLERANCE = 0.05;

    private static final Set<String> GP30 = Set.of("gp30", "expectedGp30", "expectedGp30Low", "expectedGp30High");
    private static final Pattern NUMBER = Pattern.compile("\\d[\\d,]*(?:\\.\\d+)?");
    private static final int SHOWN = 60;

    /// All differences.
    ///
    /// @param path of both
    static List<Difference> between(String path, JsonNode packet, JsonNode here) {
        List<Difference> found = new ArrayList<>();
        compare(path, packet, here, found);
        return found;
    }

    private static void compare(String path, JsonNode packet, JsonNode here, List<Difference> found) {
        if (packet.isObject() && here.isObject()) {
            Set<String> names = new LinkedHashSet<>(here.propertyNames());
            names.addAll(packet.propertyNames());
            names.forEach(name -> compare(path + "." + name, packet.path(name), here.path(name), found));
        } else if (packet.isArray() && here.isArray()) {
            arrays(path, packet, here, found);
        } else if (packet.isNumber() && here.isNumber()) {
            numbers(path, packet, here, found);
        } else if (!packet.equals(here)) {
            Kind kind = packet.isString() && here.isString() && isRounding(packet.stringValue(), here.stringValue())
                    ? Kind.ROUNDING
                    : Kind.OTHER;
            found.add(new Difference(path, shown(packet), shown(here), kind));
        }
    }

    /// Elements that are named are held against their namesakes: a list ordered by size may be ordered otherwise
    /// where two are almost equal.
    private static void arrays(String path, JsonNode packet, JsonNode here, List<Difference> found) {
        Map<String, JsonNode> told = named(packet);
        Map<String, JsonNode> worked = named(here);
        if (!told.isEmpty() && told.keySet().equals(worked.keySet())) {
            told.forEach(
                    (name, one) -> compare("%s[%s]".formatted(path, name), one, worked.getOrDefault(name, one), found));
            return;
        }
        for (int i = 0; i < Math.max(packet.size(), here.size()); i++) {
            compare("%s[%d]".formatted(path, i), packet.path(i), here.path(i), found);
        }
    }

    /// By `feature`, with its token where it has one; nothing unless that names every element and no two alike.
    private static Map<String, JsonNode> named(JsonNode array) {
        Map<String, JsonNode> named = new LinkedHashMap<>();
        for (JsonNode one : array) {
            String feature = one.path("feature").asString("");
            String token = one.path("token").asString("");
            String name = token.isEmpty() ? feature : token + "." + feature;
            if (feature.isEmpty() || named.put(name, one) != null) {
                return Map.of();
            }
        }
        return named;
    }

    private static void numbers(String path, JsonNode packet, JsonNode here, List<Difference> found) {
        double told = packet.doubleValue();
        double worked = here.doubleValue();
        if (told != worked) {
            Kind kind = Math.abs(told - worked) <= tolerance(path, worked) ? Kind.NOISE : Kind.OTHER;
            found.add(new Difference(path, shown(packet), shown(here), kind));
        }
    }

    private static double tolerance(String path, double value) {
        String name = path.substring(path.lastIndexOf('.') + 1);
        return GP30.contains(name) && !path.startsWith(PacketContent.FEATURES)
                ? GP30_TOLERANCE
                : TOLERANCE * Math.max(1, Math.abs(value));
    }

    /// Whether the texts are alike but for numbers that are one unit of their last digit apart.
    private static boolean isRounding(String packet, String here) {
        if (!NUMBER.matcher(packet).replaceAll("0").equals(NUMBER.matcher(here).replaceAll("0"))) {
            return false;
        }
        List<String> told = numbers(packet);
        List<String> worked = numbers(here);
        for (int i = 0; i < told.size(); i++) {
            int point = worked.get(i).indexOf('.');
            double unit =
                    point < 0 ? 1 : Math.pow(10, point + 1.0 - worked.get(i).length());
            if (Math.abs(Double.parseDouble(told.get(i)) - Double.parseDouble(worked.get(i))) > 1.01 * unit) {
                return false;
            }
        }
        return true;
    }

    private static List<String> numbers(String text) {
        Matcher matcher = NUMBER.matcher(text);
        return matcher.results()
                .map(MatchResult::group)
                .map(number -> number.replace(",", ""))
                .toList();
    }

    /// What a packet says comes from anybody: nothing in it may steer a terminal.
    private static String shown(JsonNode value) {
        String text = value.isMissingNode() ? "nothing" : value.toString();
        String plain = text.replaceAll("\\p{Cc}", " ");
        return plain.length() <= SHOWN ? plain : plain.substring(0, SHOWN - 1) + "…";
    }
}
