package aidg.engine.encoder;

import java.util.List;

/// A named token of the merchant memory that comes from a branch; tokens of facts carry the names of their feature
/// groups. [B3]
///
/// @param name  in lower case with underscores
/// @param words for people
/// @param about the feature token that tells the same in figures; explanations count them together
/// @param group what the tokens beside it have in common, for people; tokens of one group follow each other
public record MemoryToken(String name, String words, String about, String group) {

    /// The group of the facts' tokens.
    public static final String FACTS = "Facts";

    private static final String PAST_DEALS = "Past deals";
    private static final String COURSE = "Course of deals";

    /// The branches' tokens, in the order of the memory; the facts' tokens follow.
    public static final List<MemoryToken> BRANCHES = List.of(
            new MemoryToken("profile", "Whole profile", "deal_history", "Profile"),
            new MemoryToken("history_now", "Deal history", "deal_history", PAST_DEALS),
            new MemoryToken("history_reached", "Deals over baseline", "deal_history", PAST_DEALS),
            new MemoryToken("history_missed", "Deals under baseline", "deal_history", PAST_DEALS),
            new MemoryToken("history_running", "Deals still running", "deal_history", PAST_DEALS),
            new MemoryToken("override_history", "Override history", "overrides", "Overrides"),
            new MemoryToken("note_latest", "Latest note", "notes", "Notes"),
            new MemoryToken("note_before", "The note before", "notes", "Notes"),
            new MemoryToken("notes_lately", "Notes lately", "notes", "Notes"),
            new MemoryToken("city", "City", "city_demand", "Place"),
            new MemoryToken("seasons", "Seasons of its trade", "season", "Place"),
            new MemoryToken("rivals", "Rivals", "crowding", "Place"),
            new MemoryToken("graph", "Merchants around it", "neighbourhood", "Network"),
            new MemoryToken("sequence_now", "Course of events", "deal_history", COURSE),
            new MemoryToken("sequence_reached", "Course, deals over", "deal_history", COURSE),
            new MemoryToken("sequence_missed", "Course, deals under", "deal_history", COURSE));

    /// A branch's token by its name.
    static MemoryToken of(String name) {
        return BRANCHES.stream()
                .filter(token -> token.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no token of a branch is named " + name));
    }
}
