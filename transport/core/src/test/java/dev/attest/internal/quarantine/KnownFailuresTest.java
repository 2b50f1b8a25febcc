package dev.attest.internal.quarantine;

import dev.attest.spi.TestId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class KnownFailuresTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    shop.CartTest.adds         | shop.CartTest | adds()    |       | true
                    shop.CartTest.adds         | shop.CartTest | adds(int) | #2    | true
                    shop.CartTest.adds[2]      | shop.CartTest | adds()    | #2    | true
                    shop.CartTest.adds[2]      | shop.CartTest | adds()    | #3    | false
                    shop.CartTest.adds[2]      | shop.CartTest | adds()    |       | false
                    SHOP.carttest.ADDS         | shop.CartTest | adds()    |       | true
                    shop.CartTest.add          | shop.CartTest | adds()    |       | false
                    shop.CartTest.*            | shop.CartTest | adds()    | #2    | true
                    shop.CartTest.add?         | shop.CartTest | adds()    |       | true
                    shop.*.adds                | shop.CartTest | adds()    |       | true
                    *                          | shop.CartTest | adds()    |       | true
                    shop.CartTest              | shop.CartTest | adds()    |       | false
                    shop.CartTest.a.ds         | shop.CartTest | adds()    |       | false
                    shop/cart.feature: A › b   | shop.CartTest | adds()    |       | false
                    """)
    void coversTheTestsThatItNames(String entry, String type, String method, String path, boolean covered)
            throws IOException {
        KnownFailures known = read(entry + "  2026-12-31\twhy\n");

        assertThat(known.problems()).isEmpty();
        assertThat(known.of(new TestId("e", type, method, path == null ? "" : path)) != null)
                .isEqualTo(covered);
    }

    @Test
    void takesCommentsEmptyLinesAndWindows() throws IOException {
        KnownFailures known = read("\uFEFF# test until why\r\n\r\n   a.B.c 2026-12-31 see  #7 \r\n#\r\n");

        assertThat(known.problems()).isEmpty();
        assertThat(known.of(new TestId("e", "a.B", "c()", "")))
                .isEqualTo(new KnownFailure("a.B.c", LocalDate.of(2026, 12, 31), "see #7", false));
    }

    /** Up to that day, it counts. */
    @ParameterizedTest
    @CsvSource({"2026-11-30, true", "2026-12-01, false", "2026-12-02, false"})
    void expiresAfterItsDay(String until, boolean expired) throws IOException {
        KnownFailures known = read("a.B.c " + until + " why");

        assertThat(known.of(new TestId("e", "a.B", "c()", "")))
                .satisfies(entry -> assertThat(entry.expired()).isEqualTo(expired));
        assertThat(known.expired())
                .hasSize(expired ? 1 : 0)
                .allSatisfy(
                        sentence -> assertThat(sentence)
                                .isEqualTo(
                                        "The entry a.B.c of known.txt has expired on 2026-11-30: failures of its tests count again."));
    }

    @Test
    void prefersAnEntryThatHasNotExpired() throws IOException {
        KnownFailures known = read("a.B.c 2026-11-01 over\na.* 2027-01-01 all of it\na.B.c 2026-10-01 long over\n");

        assertThat(known.of(new TestId("e", "a.B", "c()", "")))
                .satisfies(entry -> assertThat(entry.reason()).isEqualTo("all of it"));
    }

    /** The other lines count. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.B.c",
                "a.B.c 2026-12-31",
                "a.B.c why",
                "2026-12-31 why",
                "a.B.c 31.12.2026 why",
                "a.B.c 2026-13-01 why",
                "a.B.c 2026-02-30 why",
                "a.B.c=2026-12-31"
            })
    void namesALineThatIsNoEntry(String line) throws IOException {
        KnownFailures known = read("x.Y.z 2026-12-31 why\n" + line + "\n");

        assertThat(known.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem)
                        .startsWith(
                                "Line 2 of " + folder.resolve("known.txt") + " quarantines nothing: \"" + line + "\""));
        assertThat(known.of(new TestId("e", "x.Y", "z()", ""))).isNotNull();
        assertThat(known.of(new TestId("e", "a.B", "c()", ""))).isNull();
    }

    @Test
    void refusesWhatIsNoFileOfText() throws IOException {
        Path latin =
                Files.write(folder.resolve("latin"), "a.B.c 2026-12-31 h\u00e4".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> KnownFailures.read(latin, TODAY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("UTF-8");
        for (Path none : new Path[] {folder, folder.resolve("missing")}) {
            assertThatThrownBy(() -> KnownFailures.read(none, TODAY))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(none.toString());
        }
    }

    private KnownFailures read(String text) throws IOException {
        return KnownFailures.read(Files.writeString(folder.resolve("known.txt"), text), TODAY);
    }
}
