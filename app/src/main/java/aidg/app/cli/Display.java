package aidg.app.cli;

import java.util.Locale;

/// Whether there is a screen to show a window on.
final class Display {

    private Display() {}

    static boolean there() {
        if ("Headless".equals(System.getProperty("glass.platform"))) {
            return false;
        }
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return system.contains("win")
                || system.contains("mac")
                || named("DISPLAY");
    }

    private static boolean named(String variable) {
        String value = System.getenv(variable);
        return value != null && !value.isBlank();
    }
}
