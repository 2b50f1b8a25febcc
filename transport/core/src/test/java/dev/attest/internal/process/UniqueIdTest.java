package dev.attest.internal.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class UniqueIdTest {

    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    @Test
    void isAnotherOneAtEachCall() {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            ids.add(UniqueId.next());
        }

        assertThat(ids).hasSize(1000).allSatisfy(id -> assertThat(id).matches(UUID));
    }

    @Test
    void doesWithoutTheFileOfLinux(@TempDir Path dir) throws IOException {
        Path odd = Files.writeString(dir.resolve("odd"), "no id\n");

        assertThat(UniqueId.next(odd)).matches(UUID);
        assertThat(UniqueId.next(dir.resolve("none"))).matches(UUID).isNotEqualTo(UniqueId.next(dir.resolve("none")));
    }

    @Test
    void isTheOneOfLinux(@TempDir Path dir) throws IOException {
        Path file = Files.writeString(dir.resolve("uuid"), "2c7f4f5e-9a53-4d3e-8f0e-0f5c3b1a7d42\n");

        assertThat(UniqueId.next(file)).isEqualTo("2c7f4f5e-9a53-4d3e-8f0e-0f5c3b1a7d42");
    }
}
