package dev.attest.internal.guard;

import dev.attest.internal.text.LogText;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A logger of which nothing reaches the caller but a call that returns. The logger of the user may throw, may be
 * mocked, and may not be there at all. What it prints is no output of a test, and no command of a CI system, whatever
 * the messages and exceptions quote. Thread-safe.
 */
public final class GuardedLogger {

    private final String name;
    private volatile System.@Nullable Logger logger;

    private GuardedLogger(String name) {
        this.name = name;
    }

    /** Looks for no logger before the first message. */
    public static GuardedLogger of(Class<?> owner) {
        return named(owner.getName());
    }

    public static GuardedLogger named(String name) {
        return new GuardedLogger(name);
    }

    public void log(System.Logger.Level level, String message) {
        log(level, message, null, null, null);
    }

    public void log(System.Logger.Level level, String message, @Nullable Throwable thrown) {
        log(level, message, null, thrown, null);
    }

    /** Formats the message as {@link java.text.MessageFormat} does. */
    public void log(System.Logger.Level level, String format, @Nullable Object... parameters) {
        log(level, format, null, null, parameters);
    }

    public void log(System.Logger.Level level, Supplier<String> message) {
        log(level, "", message, null, null);
    }

    public void log(System.Logger.Level level, Supplier<String> message, @Nullable Throwable thrown) {
        log(level, "", message, thrown, null);
    }

    private void log(
            System.Logger.Level level,
            String message,
            @Nullable Supplier<String> lazily,
            @Nullable Throwable thrown,
            @Nullable Object @Nullable [] parameters) {
        boolean began = false;
        boolean own = false;
        try {
            own = OwnOutput.begin();
            began = true;
            System.Logger known = logger();
            if (known.isLoggable(level)) {
                if (parameters == null) {
                    known.log(level, LogText.line(lazily == null ? message : lazily.get()), QuotedException.of(thrown));
                } else {
                    known.log(level, message, quoted(parameters));
                }
            }
        } catch (Throwable loggerFailed) {
            // A message less. On the thread of a test, anything else could become its outcome.
        } finally {
            if (began) {
                OwnOutput.end(own);
            }
        }
    }

    private static @Nullable Object[] quoted(@Nullable Object[] parameters) {
        @Nullable Object[] quoted = new Object[parameters.length];
        for (int i = 0; i < quoted.length; i++) {
            Object parameter = parameters[i];
            quoted[i] = parameter instanceof Number ? parameter : LogText.line(String.valueOf(parameter));
        }
        return quoted;
    }

    private System.Logger logger() {
        System.Logger known = logger;
        if (known == null) {
            known = System.getLogger(name);
            logger = known;
        }
        return known;
    }
}
