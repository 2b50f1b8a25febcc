package dev.attest.internal.config;

import dev.attest.internal.journal.InspectedJournal;
import dev.attest.internal.journal.JournalInspector;
import java.io.IOException;
import java.nio.file.Path;

/** Prints how this JVM identifies other processes. */
public final class ProcessesMain {

    private ProcessesMain() {}

    /** @param arguments folder of journals */
    public static void main(String[] arguments) throws IOException {
        long parent = ProcessHandle.current().parent().orElseThrow().pid();
        Ancestor.ofThisProcess().stream()
                .filter(ancestor -> ancestor.pid() == parent)
                .forEach(ancestor -> System.out.println("parent " + ancestor.pid() + " " + ancestor.start()));
        for (JournalInspector.InspectedRun run : JournalInspector.inspect(Path.of(arguments[0]))) {
            for (InspectedJournal journal : run.journals()) {
                System.out.println("journal " + journal.state());
            }
        }
    }
}
