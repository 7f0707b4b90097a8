package aidg.app.cli;

import aidg.engine.domain.Money;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What went wrong, as a sentence. The messages of Java's own file exceptions are nothing but a path.
final class Sentences {

    private Sentences() {}

    static String of(Throwable trouble) {
        return switch (trouble) {
            case NoSuchFileException e -> "There is no file or folder %s.".formatted(e.getFile());
            case AccessDeniedException e -> "%s may not be read or written.".formatted(e.getFile());
            case FileAlreadyExistsException e -> "%s exists already and is not a folder.".formatted(e.getFile());
            case NotDirectoryException e -> "%s is not a folder.".formatted(e.getFile());
            case UncheckedIOException e when isBare(e) && e.getCause() != null -> of(e.getCause());
            default -> sentence(trouble);
        };
    }

    /// Whole dollars with their sign: `−$4,175`.
    static String dollars(Money money) {
        return (money.amount() < -0.5 ? "\u2212" : "") + String.format(Locale.ROOT, "$%,.0f", Math.abs(money.amount()));
    }

    /// With a capital letter.
    static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /// Without words of its own: Java then puts the cause's class there.
    private static boolean isBare(UncheckedIOException e) {
        String message = e.getMessage();
        return message == null || message.startsWith(String.valueOf(e.getCause()));
    }

    private static String sentence(Throwable trouble) {
        String message = firstLine(trouble.getMessage());
        if (message.isEmpty()) {
            return "It failed unexpectedly (%s).".formatted(name(trouble));
        }
        String capital = capital(message);
        return capital.endsWith(".") ? capital : capital + ".";
    }

    private static String name(Throwable trouble) {
        return trouble.getClass().getSimpleName();
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "" : message.lines().findFirst().orElse("").strip();
    }
}
