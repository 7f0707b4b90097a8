package aidg.engine.whatif;

/// What every pair of two terms' values would bring, `[point of x][point of y]`.
///
/// @param score   probability, 0..1, that it is approved and reaches the baseline
/// @param low     lower end of the score's 90 % interval
/// @param high    its upper end
/// @param gp30    expected gross profit of 30 days if it goes out, dollars
/// @param allowed whether the safety guard lets it out
public record Surface(
        Axis x, Axis y, double[][] score, double[][] low, double[][] high, double[][] gp30, boolean[][] allowed) {

    /// Nothing worked out yet.
    public static Surface empty(Axis x, Axis y) {
        int nx = x.values().size();
        int ny = y.values().size();
        return new Surface(
                x,
                y,
                new double[nx][ny],
                new double[nx][ny],
                new double[nx][ny],
                new double[nx][ny],
                new boolean[nx][ny]);
    }
}
