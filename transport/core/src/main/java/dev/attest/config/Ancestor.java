package dev.attest.config;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A process that this one descends from, or this one itself.
 *
 * @param pid its id, which the system gives to another process some day
 * @param started when it began: together with its id there is no other on this host
 * @param command path of its program; empty where the system does not tell
 * @param arguments what its program was given; empty where the system does not tell
 */
public record Ancestor(long pid, Instant started, String command, List<String> arguments) {

    private static final int DEEPEST = 12;

    /** Copies the list. */
    public Ancestor {
        arguments = List.copyOf(arguments);
    }

    /** Returns this process, its parent, and so on, as far as the system tells. */
    static List<Ancestor> ofThisProcess() {
        List<Ancestor> ancestry = new ArrayList<>();
        Optional<ProcessHandle> next = Optional.of(ProcessHandle.current());
        while (next.isPresent() && ancestry.size() < DEEPEST) {
            Ancestor ancestor = of(next.get());
            if (ancestor == null) {
                break;
            }
            ancestry.add(ancestor);
            next = next.get().parent();
        }
        return ancestry;
    }

    boolean runsJava() {
        return command.matches("(?i).*[/\\\\]javaw?(\\.exe)?");
    }

    private static @Nullable Ancestor of(ProcessHandle process) {
        ProcessHandle.Info info = process.info();
        Instant started = info.startInstant().orElse(null);
        return started == null
                ? null
                : new Ancestor(
                        process.pid(),
                        started,
                        info.command().orElse(""),
                        List.of(info.arguments().orElse(new String[0])));
    }
}
