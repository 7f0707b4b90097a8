package aidg.engine.domain;

import java.time.LocalDate;

/// What a merchant manager wrote about a merchant, in their own words. [PER-8]
public record Note(String id, String merchantId, String managerId, LocalDate writtenOn, String text) {}
