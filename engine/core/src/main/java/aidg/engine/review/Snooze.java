package aidg.engine.review;

import java.time.Instant;
import java.time.LocalDate;

/// A proposal that is put off.
///
/// @param until the day on whose morning it awaits review again
/// @param at    when it was put off
public record Snooze(String dealId, LocalDate until, Instant at) {

    /// Whether it is still put off on a day.
    public boolean sleepsOn(LocalDate day) {
        return day.isBefore(until);
    }
}
