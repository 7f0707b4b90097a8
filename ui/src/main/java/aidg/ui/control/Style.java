package aidg.ui.control;

/// Names of style classes in `workbench.css`.
public final class Style {

    public static final String FIGURE = "figure";
    public static final String CONTENT = "content";
    public static final String DETAIL = "detail";
    public static final String STRONG = "strong";
    public static final String MEDIUM = "medium";
    public static final String MUTED = "muted";
    public static final String ACCENT = "accent";
    public static final String GOOD = "good";
    public static final String CAREFUL = "careful";
    public static final String BAD = "bad";
    public static final String SMALL = "small";
    public static final String BARE = "bare";
    public static final String GAP_2 = "gap-2";
    public static final String GAP_4 = "gap-4";
    public static final String GAP_8 = "gap-8";
    public static final String GAP_12 = "gap-12";
    public static final String GAP_16 = "gap-16";
    public static final String GAP_24 = "gap-24";
    public static final String MIDDLE = "middle";

    private Style() {}
}
