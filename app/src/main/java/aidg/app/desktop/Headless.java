package aidg.app.desktop;

/// JavaFX without a screen: its own headless windows and software rendering.
public final class Headless {

    private Headless() {}

    /// To be called before JavaFX starts.
    public static void choose() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        System.setProperty("java.awt.headless", "true");
    }
}
