package aidg.engine.workspace;

import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogCreator;
import org.jspecify.annotations.Nullable;

/// Keeps Flyway silent: what matters reaches us as exceptions, the rest is chatter. Public because Flyway makes
/// it by name.
public final class QuietLog implements LogCreator {

    @Override
    public Log createLogger(Class<?> owner) {
        return new Silence();
    }

    private static final class Silence implements Log {

        @Override
        @SuppressWarnings("deprecation") // Flyway still asks for it
        public boolean isDebugEnabled() {
            return false;
        }

        @Override
        public void debug(@Nullable String message) {}

        @Override
        public void info(@Nullable String message) {}

        @Override
        public void warn(@Nullable String message) {}

        @Override
        public void error(@Nullable String message) {}

        @Override
        public void error(@Nullable String message, @Nullable Exception e) {}

        @Override
        public void notice(@Nullable String message) {}
    }
}
