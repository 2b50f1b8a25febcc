package dev.attest.standin.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ByteRangeTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    bytes=0-0    | 0 | 1  | bytes 0-0/10
                    bytes=0-     | 0 | 10 | bytes 0-9/10
                    bytes=3-5    | 3 | 3  | bytes 3-5/10
                    bytes=3-99   | 3 | 7  | bytes 3-9/10
                    bytes=-4     | 6 | 4  | bytes 6-9/10
                    bytes=-99    | 0 | 10 | bytes 0-9/10
                    bytes=10-    | 10 | 0 | bytes */10
                    bytes=99-100 | 99 | 0 | bytes */10
                    bytes=-0     | 10 | 0 | bytes */10
                    """)
    void isThePartThatARequestAsksFor(String header, long first, long length, String reply) {
        var range = ByteRange.of(header, 10).orElseThrow();

        assertThat(range).isEqualTo(new ByteRange(first, length));
        assertThat(range.contentRange(10)).isEqualTo(reply);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bytes=-",
                "bytes=0-1,3-4",
                "bytes=5-3",
                "items=0-1",
                "bytes=a-b",
                "bytes=0-9999999999999999999",
                "''"
            })
    void isTheWholeFileOtherwise(String header) {
        assertThat(ByteRange.of(header, 10)).isEmpty();
    }

    @Test
    void readsItsPartOnly() throws IOException {
        var file = Files.writeString(folder.resolve("f"), "0123456789");

        try (var part = new ByteRange(3, 4).open(file);
                var single = new ByteRange(9, 1).open(file);
                var none = new ByteRange(99, 0).open(file)) {
            assertThat(new String(part.readAllBytes(), StandardCharsets.US_ASCII))
                    .isEqualTo("3456");
            assertThat(single.read()).isEqualTo('9');
            assertThat(single.read()).isNegative();
            assertThat(none.readAllBytes()).isEmpty();
        }
    }
}
