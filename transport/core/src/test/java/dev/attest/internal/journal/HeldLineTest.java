package dev.attest.internal.journal;

import dev.attest.internal.journal.event.Event;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class HeldLineTest {

    private static final Path RUN = Path.of("/attest/run");
    private static final Path FOLDER = RUN.resolve("1-00000000");

    private final Event first = Events.started(1);
    private final Event second = Events.failed(1);
    private final ModelDisk disk = new ModelDisk(Path.of("/attest"), RUN, FOLDER);
    private final Journal journal = open();

    @Test
    void isWrittenWithTheNextInOrder() throws IOException {
        journal.hold(first);
        assertThat(Events.all(journal)).isEmpty();

        journal.append(second);

        assertThat(Events.all(journal)).containsExactly(first, second);
    }

    @Test
    void isWrittenAtTheEndOfItsEvent() throws IOException {
        journal.hold(first);

        journal.writeHeld();
        journal.writeHeld();

        assertThat(Events.all(journal)).containsExactly(first);
    }

    @Test
    void isWrittenBeforeAnotherIsHeld() throws IOException {
        journal.hold(first);
        journal.hold(second);
        assertThat(Events.all(journal)).containsExactly(first);

        journal.force();

        assertThat(Events.all(journal)).containsExactly(first, second);
    }

    @Test
    void isWrittenWhenTheJournalIsClosed() throws IOException {
        journal.hold(first);

        journal.close();

        assertThat(Events.all(open())).containsExactly(first);
    }

    private Journal open() {
        try {
            return new Journal(disk, FOLDER, Events.runOf(disk, FOLDER), () -> {}, true);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
