package aidg.engine.encoder;

/// All sizes of the merchant encoder, in one place; a file of weights of other sizes is refused when it is
/// loaded. [X2]
///
/// @param deal     numbers of a deal in the deal history [PER-4]
/// @param event    numbers of an event of deals and overrides [PER-7]
/// @param history  width of the deal-history branch [PER-5]
/// @param override of the override branch [PER-6]
/// @param text     of the text branch [PER-8]
/// @param city     of the place branch: the city [PER-9]
/// @param season   of the place branch: the category's seasons
/// @param rivals   of the place branch: competition
/// @param graph    of the graph branch [PER-10]
/// @param sequence of the sequence branch [PER-11]
/// @param profile  of the fused profile and of every memory token [PER-12]
/// @param groups   tokens of facts about the merchant, one per feature group
/// @param group    numbers per such token
public record EncoderDimensions(
        int deal,
        int event,
        int history,
        int override,
        int text,
        int city,
        int season,
        int rivals,
        int graph,
        int sequence,
        int profile,
        int groups,
        int group) {

    /// Deals looked back on. [PER-3]
    public static final int DEALS = 50;

    /// Overrides looked back on. [PER-6]
    public static final int OVERRIDES = 30;

    /// The sizes asked for, with the facts of a feature schema beside the branches.
    public static EncoderDimensions with(int groups, int group) {
        return new EncoderDimensions(24, 64, 128, 64, 32, 24, 16, 8, 256, 128, 512, groups, group);
    }

    /// Tokens of a memory: the branches', then the facts'.
    public int memoryTokens() {
        return MemoryToken.BRANCHES.size() + groups;
    }

    public int place() {
        return city + season + rivals;
    }

    /// What the branches give together, before fusion. [X2]
    public int fused() {
        return history + override + text + place() + graph + sequence;
    }
}
