package aidg.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assumptions.assumeThat;

import aidg.engine.scorer.evaluation.Metrics;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.ObjectMapper;

/// The tree beside scikit-learn 1.9.1 on the same data: `DecisionTreeClassifier` on Fisher's irises (1936, as
/// in that library), `DecisionTreeRegressor` on coupons offered to drivers. [EXP-5]
class TreeReferenceTest {

    private static final Path REFERENCE = Path.of(System.getProperty("aidg.reference", "../shared/data"));

    /// What tells a respondent, in the order of the reference's grouping.
    private static final List<String> PERSON = List.of(
            "Gender",
            "Age",
            "MaritalStatus",
            "Has_children",
            "Education",
            "Occupation",
            "Income",
            "Car",
            "Bar",
            "CoffeeHouse",
            "CarryAway",
            "RestaurantLessThan20",
            "Restaurant20To50");

    private static final int FIRST_TEST_FOLD = 6;

    /// One-hot inputs, per column and example, and whether the coupon was taken.
    private record Coupons(double[][] values, double[][] taken) {

        double[] example(int i) {
            return Arrays.stream(values).mapToDouble(column -> column[i]).toArray();
        }

        double[] read(RegressionTree tree) {
            double[] read = new double[taken.length];
            Arrays.setAll(read, i -> tree.read(example(i))[0]);
            return read;
        }

        double[] labels() {
            return Arrays.stream(taken).mapToDouble(one -> one[0]).toArray();
        }

        double error(RegressionTree tree) {
            double[] read = read(tree);
            double[] labels = labels();
            double sum = 0;
            for (int i = 0; i < read.length; i++) {
                sum += (read[i] - labels[i]) * (read[i] - labels[i]);
            }
            return sum / read.length;
        }
    }

    private static List<String[]> irises() throws IOException {
        try (InputStream stream = Objects.requireNonNull(TreeReferenceTest.class.getResourceAsStream("iris.csv"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(","))
                    .toList();
        }
    }

    /// With the species one-hot, squared errors are the Gini impurity.
    @ParameterizedTest
    @CsvSource({
        "1, 0.6666666667, 0.3333333333, 2",
        "2, 0.96,         0.0735373054, 3",
        "3, 0.9733333333, 0.0397222222, 5",
        "4, 0.9933333333, 0.0088888889, 8",
        "5, 1,            0,            9"
    })
    void irisesAreToldApartAsByTheReference(int depth, double accuracy, double gini, int leaves) throws IOException {
        List<String[]> irises = irises();
        double[][] values = new double[4][irises.size()];
        double[][] species = new double[irises.size()][3];
        for (int i = 0; i < irises.size(); i++) {
            for (int f = 0; f < 4; f++) {
                values[f][i] = Double.parseDouble(irises.get(i)[f]);
            }
            species[i][Integer.parseInt(irises.get(i)[4])] = 1;
        }

        RegressionTree tree = RegressionTree.fit(values, species, new RegressionTree.Limits(depth, 1));

        int right = 0;
        double impurity = 0;
        for (int i = 0; i < irises.size(); i++) {
            double[] read = tree.read(new double[] {values[0][i], values[1][i], values[2][i], values[3][i]});
            int said = read[0] >= Math.max(read[1], read[2]) ? 0 : read[1] >= read[2] ? 1 : 2;
            right += species[i][said] == 1 ? 1 : 0;
            for (int k = 0; k < 3; k++) {
                impurity += (species[i][k] - read[k]) * (species[i][k] - read[k]) / irises.size();
            }
        }
        assertThat((double) right / irises.size()).isCloseTo(accuracy, offset(1e-9));
        assertThat(impurity).isCloseTo(gini, offset(1e-9));
        assertThat(tree.paths()).hasSize(leaves);
    }

    /// @param fold whether a respondent's fold is wanted
    private static Coupons coupons(IntPredicate fold) throws IOException, NoSuchAlgorithmException {
        Path file = REFERENCE.resolve("coupon-in-vehicle/coupons.csv");
        assumeThat(Files.exists(file)).as("coupons in %s", file).isTrue();
        List<String> lines = Files.readAllLines(file);
        List<String> names = List.of(lines.getFirst().split(","));
        List<String[]> all =
                lines.stream().skip(1).map(line -> line.split(",", -1)).toList();
        List<String[]> rows = new ArrayList<>();
        for (String[] row : all) {
            assertThat(row).hasSameSizeAs(names);
            if (fold.test(fold(row, names))) {
                rows.add(row);
            }
        }
        List<double[]> columns = new ArrayList<>();
        for (int column = 0; column < names.size() - 1; column++) {
            int at = column;
            for (String value : all.stream().map(row -> row[at]).collect(Collectors.toCollection(TreeSet::new))) {
                columns.add(rows.stream()
                        .mapToDouble(row -> row[at].equals(value) ? 1 : 0)
                        .toArray());
            }
        }
        double[][] taken = rows.stream()
                .map(row -> new double[] {Double.parseDouble(row[names.size() - 1])})
                .toArray(double[][]::new);
        return new Coupons(columns.toArray(double[][]::new), taken);
    }

    private static int fold(String[] row, List<String> names) throws NoSuchAlgorithmException {
        String person = PERSON.stream()
                .map(name -> row[names.indexOf(name)])
                .map(value -> value.isEmpty() ? "NA" : value)
                .collect(Collectors.joining("|"));
        byte[] digest = MessageDigest.getInstance("MD5").digest(person.getBytes(StandardCharsets.UTF_8));
        return new BigInteger(1, digest).mod(BigInteger.TEN).intValue();
    }

    /// No respondent is on both sides of the split. The single tree's figures are the reference's for as deep a
    /// tree with leaves as large; those of stronger models stand in `tabular.json`.
    @Test
    void couponsAreRankedAsByTheReferenceOnPeopleNotLearnedFrom() throws Exception {
        Coupons train = coupons(fold -> fold < FIRST_TEST_FOLD);
        Coupons test = coupons(fold -> fold >= FIRST_TEST_FOLD);
        assertThat(train.taken()).hasNumberOfRows(7693);
        assertThat(test.taken()).hasNumberOfRows(2577);
        double[][] reference = {
            {3, 0.2166854161, 0.659995},
            {5, 0.1991558596, 0.718438},
            {7, 0.1877461240, 0.732211}
        };
        for (double[] one : reference) {
            RegressionTree tree = tree(train, (int) one[0]);

            assertThat(train.error(tree)).as("depth %.0f", one[0]).isCloseTo(one[1], offset(1e-9));
            assertThat(auc(tree, test)).as("depth %.0f", one[0]).isCloseTo(one[2], offset(1e-6));
        }
        double logistic = new ObjectMapper()
                .readTree(REFERENCE.resolve("reference/tabular.json").toFile())
                .at("/coupon_grouped_inner/test/logistic_regression/auc")
                .asDouble();
        RegressionTree deepest = tree(train, RuleSet.DEEPEST);
        assertThat(train.error(deepest)).isCloseTo(0.1837750850, offset(1e-9));
        assertThat(auc(deepest, test))
                .as("the reference's range as ties between splits fall")
                .isBetween(0.74063, 0.74198)
                .isGreaterThan(logistic);
    }

    private static @Nullable Double auc(RegressionTree tree, Coupons test) {
        return Metrics.of(test.read(tree), test.labels(), null).auc();
    }

    private static RegressionTree tree(Coupons train, int depth) {
        return RegressionTree.fit(train.values(), train.taken(), new RegressionTree.Limits(depth, 50));
    }
}
