package dev.attest.systemtests.evidence;

import dev.attest.AttachmentType;
import dev.attest.Attest;
import dev.attest.QaCompleteTest;
import dev.attest.Target;
import dev.attest.TestCase;
import dev.attest.WorkItem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.MediaType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

import static org.junit.jupiter.api.Assertions.fail;

/** Suites that attach files of all kinds from a folder that a property names. Run in JVMs of their own. */
final class AttachingSuites {

    private AttachingSuites() {}

    /** Attaches what can be attached. */
    @Disabled("run by a test")
    static class Attachable {

        @Test
        void empty() {
            Attest.attach(file("empty.bin"));
        }

        @Test
        void named() {
            System.out.println("saved [[ATTACHMENT|" + file("log.txt") + "]]");
        }

        @Test
        void published(TestReporter reporter) {
            reporter.publishFile("page.html", MediaType.TEXT_PLAIN_UTF_8, page -> Files.writeString(page, "<p>"));
            reporter.publishDirectory("traces", traces -> Files.writeString(traces.resolve("a.trace"), "trace"));
        }

        @Test
        void twice() throws IOException {
            Path log = Files.writeString(file("twice.txt"), "one");
            Attest.attach(log);
            Files.writeString(log, "two");
            Attest.attach(log);
            Files.delete(log);
            Attest.attach("twice.txt", "three", AttachmentType.GENERAL_ATTACHMENT);
        }

        @Test
        void namedBadly() {
            Attest.attach(file("CON"));
            Attest.attach(file("a:b\n.txt"));
            Attest.attach(file("dot."));
        }
    }

    /** Attaches what only other systems than Windows have. */
    @Disabled("run by a test")
    static class OnUnix {

        @Test
        void link() {
            Attest.attach(file("link.txt"));
        }

        @Test
        void folder() {
            Attest.attach(file("folder"));
        }

        @Test
        void ofTheSystem() {
            Attest.attach(Path.of("/proc/self/comm"));
        }

        @Test
        void brokenLink() {
            Attest.attach(file("broken-link"));
        }

        @Test
        void pipe() {
            Attest.attach(file("pipe"));
        }

        @Test
        void device() {
            Attest.attach(Path.of("/dev/zero"));
        }

        @Test
        void unreadable() {
            Attest.attach(Path.of("/proc/self/mem"));
        }

        @Test
        void gone() {
            Attest.attach(file("gone.txt"));
        }
    }

    /** Puts files on things of services, from wherever that can be done. */
    @Disabled("run by a test")
    @WorkItem(100)
    static class Placing {

        @BeforeAll
        static void once() {
            Attest.attachTo(Target.testSet(3), file("set.txt"));
        }

        @Test
        void itself() {
            Attest.attachTo(Target.workItem(4711), file("large.bin"), "the whole trace");
        }

        @Test
        void byAThread() throws InterruptedException {
            Thread thread = new Thread(() -> Attest.attachTo(Target.bug(12), file("bug.txt")));
            thread.start();
            thread.join();
        }

        @Test
        void badly() {
            Attest.attachTo(null, null);
            Attest.attachTo(Target.bug(0), file("bug.txt"));
        }
    }

    /** Belongs to things that are there, and to such that are not. */
    @Disabled("run by a test")
    static class OfOtherThings {

        @Test
        @WorkItem({1, 998})
        @TestCase(997)
        @QaCompleteTest(996)
        void failsWithAFile() {
            Attest.attach(file("seen.txt"));
            fail("on purpose");
        }

        @Test
        void putsFilesOnThings() {
            Attest.attachTo(Target.workItem(1), file("item.txt"));
            Attest.attachTo(Target.bug(12), file("bug.txt"), "<b>seen twice</b>");
        }

        @Test
        void putsFilesWhereTheyCannotGo() {
            Attest.attachTo(Target.workItem(2), file("one-too-many.txt"));
            Attest.attachTo(Target.workItem(999), file("item.txt"));
            Attest.attachTo(Target.bug(99_999), file("bug.txt"));
        }
    }

    private static Path file(String name) {
        return Path.of(System.getProperty("files")).resolve(name);
    }
}
