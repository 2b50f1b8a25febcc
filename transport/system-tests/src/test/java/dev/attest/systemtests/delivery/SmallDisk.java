package dev.attest.systemtests.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** A file system in memory of a certain size, until it is closed. Only root can have one. */
final class SmallDisk implements AutoCloseable {

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    /** @param options of tmpfs, such as {@code size=1m} */
    static SmallDisk mount(Path folder, String options) throws IOException {
        Files.createDirectory(folder);
        boolean mounted = Files.isExecutable(Path.of("/bin/mount"))
                && run("/bin/mount", "-t", "tmpfs", "-o", options, "none", folder.toString()) == 0;
        assumeTrue(mounted, "this user cannot mount a tmpfs");
        return new SmallDisk(folder);
    }

    @Override
    public void close() throws IOException {
        run("/bin/umount", folder.toString());
    }

    private static int run(String... command) throws IOException {
        return new ProcessBuilder(List.of(command))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .onExit()
                .join()
                .exitValue();
    }
}
