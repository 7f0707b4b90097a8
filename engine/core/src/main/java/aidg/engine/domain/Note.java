package aidg.engine.domain;

import java.time.LocalDate;

/// What a merchant manager wrote about a merchant, in their own words. [PER-8]
public record Note(String id, String merchantId, String managerId, LocalDate writtenOn, String text) {

    /// What is said of whom and when, whoever says it: by it one note is known again that came by two ways.
    public record Saying(String merchantId, LocalDate writtenOn, String text) {}

    public Saying saying() {
        return new Saying(merchantId, writtenOn, text);
    }
}
