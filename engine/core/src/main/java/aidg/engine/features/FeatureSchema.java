package aidg.engine.features;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The named inputs of the scorer, grouped into the tokens that attend to each other. A feature row is a
/// `float[]` of `width()` raw values in this order, NaN where a fact is missing.
///
/// @param tokens both sides mixed, in row order; order and names are part of the model file
public record FeatureSchema(List<Token> tokens) {

    public FeatureSchema {
        tokens = List.copyOf(tokens);
        Set<String> names = new HashSet<>();
        for (Token token : tokens) {
            if (!names.add(token.name())) {
                throw new IllegalArgumentException("two tokens are named " + token.name());
            }
        }
    }

    /// Which side of the attention a token is on.
    public enum Side {
        /// Asks: a term or circumstance of the deal. Depends on one of its terms, so that changing another
        /// leaves it alone.
        DEAL,
        /// Answers: a part of the merchant memory. Depends on the merchant and the day, never on the deal.
        MERCHANT,
        /// Depends on several terms of the deal at once, and so meets the tokens only in the pooled head.
        JOINT
    }

    /// A group of features that is embedded as one vector. Names and order are part of the model file.
    ///
    /// @param name     unique in its schema, in lower case with underscores: `history_match`
    /// @param words    the same for people: `Past deals like this`
    /// @param side     whether it asks or answers
    /// @param features one or more, in row order; their names are unique in the token
    public record Token(String name, String words, Side side, List<Feature> features) {
        public Token {
            features = List.copyOf(features);
            if (features.isEmpty()) {
                throw new IllegalArgumentException("token %s has no features".formatted(name));
            }
            if (features.stream().map(Feature::name).distinct().count() < features.size()) {
                throw new IllegalArgumentException("two features of token %s have one name".formatted(name));
            }
        }
    }

    /// One number of a feature row.
    ///
    /// @param name unique in its token, in lower case with underscores: `over_usual`; part of the model file
    /// @param unit for people: `share`, `days`, `log $`
    public record Feature(String name, String unit) {}

    /// Number of values in a feature row.
    public int width() {
        return tokens.stream().mapToInt(token -> token.features().size()).sum();
    }

    /// Features of the widest token of one side.
    public int widestToken(Side side) {
        int widest = 0;
        for (Token token : tokens) {
            if (token.side() == side) {
                widest = Math.max(widest, token.features().size());
            }
        }
        return widest;
    }

    /// Tokens of one side, in order.
    public List<Token> tokens(Side side) {
        return tokens.stream().filter(token -> token.side() == side).toList();
    }

    /// Position of each token's first value in a feature row.
    public int[] offsets() {
        int[] offsets = new int[tokens.size()];
        for (int i = 1; i < offsets.length; i++) {
            offsets[i] = offsets[i - 1] + tokens.get(i - 1).features().size();
        }
        return offsets;
    }

    /// All features as `token.feature`, in row order.
    public List<String> names() {
        List<String> names = new ArrayList<>(width());
        for (Token token : tokens) {
            token.features().forEach(feature -> names.add(token.name() + "." + feature.name()));
        }
        return names;
    }
}
