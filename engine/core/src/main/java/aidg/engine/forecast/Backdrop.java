package aidg.engine.forecast;

import aidg.engine.domain.Category;

/// What surrounds every deal of one merchant on one day, as known before that day.
///
/// @param day       epoch day of the look
/// @param area      city and area in one string
/// @param demand    of the city, -1..1 with 0 for an average one
/// @param crowding  log of 1 + merchants of the same category within 2 km
/// @param lessons   overrides so far, each fading by `exp(-days / 180)`
/// @param declined  overrides because the merchant declined, fading alike
/// @param usual     the merchant's usual gross profit of 30 days, dollars
record Backdrop(
        long day,
        String cityId,
        String area,
        Category ownCategory,
        double demand,
        double crowding,
        double lessons,
        double declined,
        double usual) {

    /// Merchants of one area that sell in one category share their ups and downs.
    String group(Category category) {
        return area + '\n' + category.name();
    }
}
