package aidg.engine.encoder;

import java.util.List;

/// A named token of the merchant memory that comes from a branch; tokens of facts carry the names of their feature
/// groups. [B3]
///
/// @param name  in lower case with underscores
/// @param words for people
/// @param about the feature token that tells the same in figures; explanations count them together
public record MemoryToken(String name, String words, String about) {

    /// The branches' tokens, in the order of the memory; the facts' tokens follow.
    public static final List<MemoryToken> BRANCHES = List.of(
            new MemoryToken("profile", "Whole profile", "deal_history"),
            new MemoryToken("history_now", "Deal history", "deal_history"),
            new MemoryToken("history_reached", "Deals that reached baseline", "deal_history"),
            new MemoryToken("history_missed", "Deals that missed it", "deal_history"),
            new MemoryToken("history_running", "Deals still running", "deal_history"),
            new MemoryToken("override_history", "Override history", "overrides"),
            new MemoryToken("note_latest", "Latest note", "notes"),
            new MemoryToken("note_before", "The note before", "notes"),
            new MemoryToken("notes_lately", "Notes lately", "notes"),
            new MemoryToken("city", "City", "city_demand"),
            new MemoryToken("seasons", "Seasons of the category", "season"),
            new MemoryToken("rivals", "Rivals", "crowding"),
            new MemoryToken("graph", "Merchants and deals around", "neighbourhood"),
            new MemoryToken("sequence_now", "Course of events", "deal_history"),
            new MemoryToken("sequence_reached", "Course, deals that reached", "deal_history"),
            new MemoryToken("sequence_missed", "Course, deals that missed", "deal_history"));
}
