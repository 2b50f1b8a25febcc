package dev.attest.internal.config;

import dev.attest.internal.process.ProcessStart;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * This process, or an ancestor of it.
 *
 * @param pid its id, which the system can reuse later
 * @param start text that each process of this host reads alike, also after the clock was set; together with the id it
 *     identifies the process
 * @param started the same as a time, which moves with the clock; the end of time if the system does not provide it
 * @param command path of its program; empty if the system does not provide it
 * @param arguments arguments of its program; empty if the system does not provide them
 */
public record Ancestor(long pid, String start, Instant started, String command, List<String> arguments) {

    private static final Set<String> JAVA = Set.of("java", "javaw", "java.exe", "javaw.exe");
    private static final int MAX_DEPTH = 12;
    private static final int BASE = 36;

    public Ancestor {
        arguments = List.copyOf(arguments);
    }

    /** Returns this process, its parent, and so on, as far as the system provides them. */
    static List<Ancestor> ofThisProcess() {
        List<Ancestor> ancestry = new ArrayList<>();
        Optional<ProcessHandle> next = Optional.of(ProcessHandle.current());
        while (next.isPresent() && ancestry.size() < MAX_DEPTH) {
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
        String program = command.substring(Math.max(command.lastIndexOf('/'), command.lastIndexOf('\\')) + 1);
        return program.length() < command.length() && JAVA.contains(program.toLowerCase(Locale.ROOT));
    }

    private static @Nullable Ancestor of(ProcessHandle process) {
        ProcessHandle.Info info = process.info();
        Optional<String> start = ProcessStart.of(process.pid())
                .map(ProcessStart::key)
                .or(() -> info.startInstant().map(started -> Long.toString(started.toEpochMilli(), BASE)));
        return start.isEmpty()
                ? null
                : new Ancestor(
                        process.pid(),
                        start.get(),
                        info.startInstant().orElse(Instant.MAX),
                        info.command().orElse(""),
                        List.of(info.arguments().orElse(new String[0])));
    }
}
