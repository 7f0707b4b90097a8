package aidg.app.cli;

import java.util.Locale;
import java.util.Map;

/// Whether there is a screen to show a window on.
final class Display {

    private Display() {}

    static boolean isIn(Map<String, String> environment) {
        if ("Headless".equals(System.getProperty("glass.platform"))) {
            return false;
        }
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return system.contains("win")
                || system.contains("mac")
                || !environment.getOrDefault("DISPLAY", "").isBlank();
    }
}
