package dev.attest.systemtests.delivery;

import dev.attest.Attest;
import dev.attest.testkit.ChildJvm;
import dev.attest.testkit.Service;
import dev.attest.testkit.ServiceView;
import dev.attest.testkit.Soak;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests that use up the heap again and again: what Attest does meanwhile fails, and is done later. */
@Isolated("it loads the machine")
class ExhaustedHeapIT {

    private static final int TESTS = 40;
    private static final int JVMS = Soak.choose("soak.heaps", 1, 30);

    @TempDir
    Path folder;

    @Test
    void publishesEachTestAndEachFileOnce() throws Exception {
        for (int jvm = 1; jvm <= JVMS; jvm++) {
            try (Service service = Service.start()) {
                ChildJvm.Ended child = new ChildJvm(folder, service.environment(folder.resolve("journal")))
                        .option("-Xmx64m")
                        .run(Exhausting.class);

                assertThat(child.lastLine()).as(child.err()).startsWith("Attest: " + TESTS + " tests: ");
                assertThat(child.notPublished()).as(child.err()).isEmpty();
                assertThat(service.view().runs())
                        .extracting(ServiceView.Run::state)
                        .containsExactly("Completed");
                assertThat(service.results())
                        .extracting(ServiceView.Result::title)
                        .doesNotHaveDuplicates()
                        .hasSize(TESTS);
                for (ServiceView.Result result : service.results()) {
                    assertThat(service.view().attachments(1, result.id()))
                            .extracting(ServiceView.Attachment::fileName)
                            .doesNotHaveDuplicates()
                            .contains("file.txt");
                }
                IntStream.rangeClosed(1, TESTS)
                        .forEach(number -> assertThat(child.out()).contains("attached " + number + "\n"));
            }
        }
    }

    /** Half of the tests survive the lack of memory. They stay at the edge for a while, as a leak does. */
    public static final class Exhausting {

        private static final int MILLIS_AT_THE_EDGE = 60;

        @RepeatedTest(TESTS)
        void usesUpTheHeap(RepetitionInfo repetition) {
            int number = repetition.getCurrentRepetition();
            Attest.attach("file.txt", "of test " + number);
            System.out.println("attached " + number);
            try {
                use();
            } catch (OutOfMemoryError e) {
                // JUnit ends the JVM for the error itself.
                assertThat(number).isOdd();
            }
        }

        private static void use() {
            long began = System.nanoTime();
            List<byte[]> all = new ArrayList<>(1_000_000);
            OutOfMemoryError last = null;
            for (int size = 1024 * 1024;
                    last == null || System.nanoTime() - began < MILLIS_AT_THE_EDGE * 1_000_000L; ) {
                try {
                    all.add(new byte[size]);
                } catch (OutOfMemoryError e) {
                    last = e;
                    size = Math.max(16, size / 2);
                }
            }
            throw last;
        }
    }
}
