package aidg.engine.forecast;

/// Deals, and readings of notes, of one or more merchants, as a kernel compares them.
///
/// @param z         values of the merchant's own coefficients; zeros for a reading
/// @param merchants number of the merchant of each
/// @param groups    number of the area and category of each, from 0 on; `READING` for a reading
/// @param daysBack  days of each before a common last day
record Points(double[][] z, int[] merchants, int[] groups, double[] daysBack) {

    /// In place of a group: a note tells of its merchant alone.
    static final int READING = -1;

    int size() {
        return merchants.length;
    }

    boolean isReading(int i) {
        return groups[i] == READING;
    }
}
