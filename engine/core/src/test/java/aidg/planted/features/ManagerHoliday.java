package aidg.planted.features;

/// A holiday of a merchant manager: a word of the business.
record ManagerHoliday() {}
