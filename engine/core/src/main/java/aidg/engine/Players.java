package aidg.engine;

import aidg.engine.encoder.MemoryToken;
import aidg.engine.encoder.MerchantMemory;
import aidg.engine.features.FeatureSchema.Side;
import aidg.engine.features.FeatureSchema.Token;
import aidg.engine.scorer.Scorer;
import aidg.engine.scorer.Scorer.Question;
import aidg.engine.scorer.TokenLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What explanations exchange and count as one: the tokens of one name, on every side, and the branches' tokens
/// about the same.
final class Players {

    private final List<Player> players;
    private final int dealTokens;
    private final int memoryTokens;
    private final int jointWidth;

    /// @param joint positions of tokens among the joint facts; `deal` and `memory` likewise
    record Player(String name, String words, List<Integer> deal, List<Integer> joint, List<Integer> memory) {}

    Players(TokenLayout layout) {
        dealTokens = layout.tokens(Side.DEAL).size();
        memoryTokens =
                MemoryToken.BRANCHES.size() + layout.tokens(Side.MERCHANT).size();
        jointWidth = layout.width(Side.JOINT);
        Map<String, Player> all = new LinkedHashMap<>();
        for (Side side : Side.values()) {
            List<Token> tokens = layout.tokens(side);
            for (int i = 0; i < tokens.size(); i++) {
                Player player = player(all, tokens.get(i).name(), tokens.get(i).words());
                switch (side) {
                    case DEAL -> player.deal().add(i);
                    case JOINT -> player.joint().add(i);
                    case MERCHANT -> player.memory().add(MemoryToken.BRANCHES.size() + i);
                }
            }
        }
        for (int i = 0; i < MemoryToken.BRANCHES.size(); i++) {
            player(all, MemoryToken.BRANCHES.get(i).about(), "Course of past deals")
                    .memory()
                    .add(i);
        }
        players = List.copyOf(all.values());
    }

    private static Player player(Map<String, Player> players, String name, String words) {
        return players.computeIfAbsent(
                name, ignored -> new Player(name, words, new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
    }

    List<Player> all() {
        return players;
    }

    int size() {
        return players.size();
    }

    /// Whether there is a player of that name.
    boolean has(String name) {
        return players.stream().anyMatch(player -> player.name().equals(name));
    }

    /// The position of a player.
    ///
    /// @throws IllegalArgumentException if there is none of that name
    int indexOf(String name) {
        for (int i = 0; i < players.size(); i++) {
            if (players.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no fact is named " + name);
    }

    /// A deal of which nothing is known.
    static Question blank(Question like) {
        MerchantMemory memory = like.memory();
        return new Question(
                new MerchantMemory("", new float[memory.profile().length], new float[memory.tokens().length]),
                new float[like.deal().length],
                new float[like.joint().length],
                0);
    }

    /// The deal with what has not joined taken from another.
    ///
    /// @param joined     per player
    /// @param joint      the deal's joint numbers
    /// @param otherJoint those of the other
    Scorer.Mix mix(boolean[] joined, int other, float[] joint, float[] otherJoint) {
        boolean[] deal = own(dealTokens);
        float[] numbers = joint.clone();
        boolean[] memory = own(memoryTokens);
        for (int i = 0; i < joined.length; i++) {
            if (!joined[i]) {
                Player player = players.get(i);
                player.deal().forEach(token -> deal[token] = false);
                player.joint()
                        .forEach(token -> System.arraycopy(
                                otherJoint, token * jointWidth, numbers, token * jointWidth, jointWidth));
                player.memory().forEach(token -> memory[token] = false);
            }
        }
        return new Scorer.Mix(deal, numbers, memory, other);
    }

    private static boolean[] own(int tokens) {
        boolean[] own = new boolean[tokens];
        Arrays.fill(own, true);
        return own;
    }

    /// What the gradients say of each player.
    double[] parts(Scorer.Gradients gradients) {
        double[] parts = new double[players.size()];
        for (int i = 0; i < parts.length; i++) {
            Player player = players.get(i);
            for (int token : player.deal()) {
                parts[i] += gradients.deal()[token];
            }
            for (int token : player.joint()) {
                for (int k = token * jointWidth; k < (token + 1) * jointWidth; k++) {
                    parts[i] += gradients.joint()[k];
                }
            }
            for (int token : player.memory()) {
                parts[i] += gradients.memory()[token];
            }
        }
        return parts;
    }
}
