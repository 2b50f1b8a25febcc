package dev.attest.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class PageCheckTest {

    private static final int SEEDS = 20;

    @TempDir
    private Path folder;

    @BeforeEach
    void lay() throws IOException {
        for (List<String> file : RandomPage.FILES) {
            write(file.get(0), file.get(1));
        }
        write("target/made.md", "# Made by the build");
    }

    @Test
    void findsNothingInSoundPages() throws IOException {
        for (int seed = 0; seed < SEEDS; seed++) {
            write("guide/page.md", new RandomPage(seed).sound());

            assertThat(check().problems()).as("seed %d", seed).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void findsOneFaultWhereverItStands(RandomPage.Fault fault) throws IOException {
        for (int seed = 0; seed < SEEDS; seed++) {
            RandomPage page = new RandomPage(seed);
            String found = page.add(fault);
            write("guide/page.md", page.sound());

            assertThat(check().problems()).as("seed %d", seed).containsExactly("guide/page.md:" + found);
        }
    }

    @Test
    void findsPagesThatNothingLinksTo() throws IOException {
        write("README.md", "[a](guide/a.md#a) `[alone](guide/alone.md)`");
        write("guide/a.md", "# A\n\n[other](other.md)");
        write("guide/alone.md", "[back](../README.md)");

        assertThat(check().unreachableFrom("README.md")).containsExactly("guide/alone.md");
    }

    private PageCheck check() throws IOException {
        return new PageCheck(new Checkout(folder));
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
