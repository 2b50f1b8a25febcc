package dev.attest.cli;

import dev.attest.internal.config.Sources;
import dev.attest.internal.json.Json;
import dev.attest.spi.Failure;
import dev.attest.spi.Outcome;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReportTest {

    private static final String HOSTILE = "</pre></script><script>alert(1)</script><img src=x onerror=alert(2)>\"'`";

    @TempDir
    Path folder;

    private Path journals = Path.of("");
    private final Map<String, String> environment = new HashMap<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void makeFolder() throws IOException {
        journals = Files.createDirectories(folder.resolve("attest"));
    }

    @Test
    void showsFailuresFirstWithPictureMessageTraceCommentTextAndOtherFiles() throws IOException {
        new LeftRun(journals, "nightly")
                .passes("shop.CartTest", "adds")
                .ends(
                        "shop.CartTest",
                        "removes",
                        Outcome.FAILED,
                        new Failure(
                                "expected 2", "java.lang.AssertionError: expected 2\n\tat shop.CartTest.removes(1)"),
                        "seen on host7")
                .attaches("page.png", png(4, 4))
                .attaches("console.log", "first line\nsecond line")
                .attaches("page.html", "<html>")
                .attaches("trace.zip", new byte[2_345])
                .ends();

        assertThat(run("report", journals.toString())).isZero();
        String report = read("report.html");

        assertThat(out.toString())
                .startsWith("wrote " + folder.resolve("report.html") + ": 2 results, 1 to look at, 1 picture, ");
        assertThat(report)
                .containsSubsequence(
                        "<h1><bdi>nightly</bdi></h1>",
                        "<strong>2</strong> results: 1 failed, 1 passed",
                        "<bdi>removes</bdi></h4>",
                        "src=\"data:image/png;base64," + Base64.getEncoder().encodeToString(png(4, 4)) + "\"",
                        ">expected 2</pre>",
                        ">java.lang.AssertionError\n\tat shop.CartTest.removes(1)</pre>",
                        "seen on host7",
                        "first line\nsecond line</pre>",
                        "<bdi>page.html</bdi> <span class=\"time\">6 bytes</span>",
                        "<bdi>trace.zip</bdi> <span class=\"time\">2 KB</span>",
                        "<bdi>shop.CartTest</bdi>",
                        "<bdi>adds</bdi>");
        assertThat(report.split("expected 2", -1)).hasSize(2); // once
    }

    @Test
    void reportsWhatAKilledJvmLeftAndChangesNothing() throws IOException {
        Path journal = new LeftRun(journals, "killed")
                .plans("shop.CartTest", "never")
                .passes("shop.CartTest", "adds")
                .starts("shop.CartTest", "hangs")
                .leaves();
        List<String> before = files(journal);

        assertThat(run("report", journals.toString())).isZero();

        assertThat(read("report.html"))
                .contains("1 aborted, 1 not run, 1 passed")
                .contains("The JVM ended while this test was running.", "The JVM ended before this test was started.")
                .contains("ended before its tests did: it was killed, it crashed, or a test ended it.");
        assertThat(files(journal)).isEqualTo(before);
    }

    @Test
    void keepsAttemptsApartAndShowsTheLastOneFirst() throws IOException {
        new LeftRun(journals, "retried")
                .ends("shop.CartTest", "adds", Outcome.FAILED, Failure.because("too early"), "")
                .attempt(2, "shop.CartTest", "adds", Outcome.PASSED, null, "")
                .ends();

        run("report", journals.toString());

        assertThat(read("report.html"))
                .contains("<strong>1</strong> result: 1 passed", "after 2 attempts")
                .containsSubsequence("<strong>Attempt 2</strong>", "<strong>Attempt 1</strong>", "too early");
    }

    @Test
    void allowsNothingButItsOwnScriptAndStyle() throws Exception {
        new LeftRun(journals, "plain").passes("a.B", "c").ends();

        run("report", journals.toString());
        String report = read("report.html");

        assertThat(report)
                .contains("content=\"default-src &#39;none&#39;; img-src data:; style-src &#39;sha256-"
                        + hash(report, "style") + "&#39;; script-src &#39;sha256-" + hash(report, "script")
                        + "&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;\"");
        assertThat(report).doesNotContain(" style=", " onclick=", "<link", "@import", "http://", "https://");
    }

    @Test
    void escapesWhateverANameAMessageOrAnOutputSays() throws IOException {
        new LeftRun(journals, HOSTILE)
                .ends(HOSTILE, HOSTILE, Outcome.FAILED, new Failure(HOSTILE, HOSTILE + "trace"), HOSTILE)
                .attaches(HOSTILE + ".log", HOSTILE)
                .attaches(HOSTILE + ".png", png(1, 1))
                .passes(HOSTILE + "2", HOSTILE)
                .ends();

        run("report", journals.toString());
        String report = read("report.html");

        assertThat(report).doesNotContain("<script>alert", "<img src=x");
        assertThat(Pattern.compile("<script>").matcher(report).results()).hasSize(1);
        assertThat(Pattern.compile("<img ").matcher(report).results()).hasSize(1);
        assertThat(report)
                .containsPattern(
                        "<img src=\"data:image/png;base64,[A-Za-z0-9+/=]+\" alt=\"Picture [^\"]*\" decoding=\"async\">");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "logo.svg | <svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
                "page.html | <!DOCTYPE html><script>alert(1)</script>",
                "page.mht | MIME-Version: 1.0 <script>alert(1)</script>",
                "page.xhtml | <html xmlns='http://www.w3.org/1999/xhtml'><script>alert(1)</script></html>",
                "paper.pdf | %PDF-1.7 /JavaScript",
                "page.png | <!DOCTYPE html><script>alert(1)</script>",
                "photo.jpg | <svg onload='alert(1)'/>",
                "anim.gif | GIF8 alert(1)",
                "pic.webp | RIFF0000WAVE",
                "noextension | <script>alert(1)</script>",
            })
    void embedsNoFileThatCouldAct(String name, String content) throws IOException {
        new LeftRun(journals, "files")
                .fails("a.B", "c", "failed", "")
                .attaches(name, content)
                .ends();

        assertThat(run("report", journals.toString())).isZero();

        assertThat(read("report.html"))
                .contains("<bdi>" + name + "</bdi>")
                .doesNotContain("<img", "alert(1)", "data:text", "data:image/svg");
    }

    @Test
    void showsTheRequestsOfAnArchiveAsATable() throws IOException {
        String entry =
                "{\"time\":12.7,\"request\":{\"method\":\"GET\",\"url\":\"javascript:alert(1)<img src=x>\u202e\"},"
                        + "\"response\":{\"status\":500,\"content\":{\"size\":2000,\"text\":\"<b>\"}}}";
        new LeftRun(journals, "files")
                .fails("a.B", "c", "failed", "")
                .attaches("net.har", "{\"log\":{\"entries\":[" + (entry + ",").repeat(249) + "{}]}}")
                .ends();

        run("report", journals.toString());

        assertThat(read("report.html"))
                .contains("<bdi>net.har</bdi>", "250 requests, <strong>250 failed</strong>")
                .contains("<td>GET</td><td>500</td><td><bdi>javascript:alert(1)&lt;img src=x&gt;[U+202E]</bdi></td>"
                        + "<td>2 KB</td><td>12 ms</td>")
                .contains("50 more requests are in the file.")
                .doesNotContain("<img", "href=\"javascript");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"log\":{\"entries\":[{\"request\":",
                "{\"log\":{\"entries\":{}}}",
                "{\"log\":7} and more",
                "<script>alert(1)</script>",
            })
    void showsADamagedArchiveAsAText(String content) throws IOException {
        new LeftRun(journals, "files")
                .fails("a.B", "c", "failed", "")
                .attaches("net.har", content)
                .attaches("deep.har", "[".repeat(100_000))
                .attaches(
                        "numbers.har",
                        "{\"log\":{\"entries\":[7,null,[],{\"time\":1e999,\"response\":{\"status\":-1}}]}}")
                .ends();

        assertThat(run("report", journals.toString())).isZero();

        assertThat(read("report.html"))
                .contains("aria-label=\"net.har\"", "aria-label=\"deep.har\"", "4 requests, <strong>4 failed</strong>")
                .doesNotContain("<script>alert");
    }

    @Test
    void showsAPictureThatIsMoreThanAPictureAsAPictureOnly() throws IOException {
        ByteArrayOutputStream polyglot = new ByteArrayOutputStream();
        polyglot.write(png(2, 2));
        polyglot.write("<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));
        byte[] bomb = png(2, 2);
        bomb[16] = 0x7f; // says that it is wider than any screen
        new LeftRun(journals, "files")
                .fails("a.B", "c", "failed", "")
                .attaches("polyglot.png", polyglot.toByteArray())
                .attaches("wide.png", bomb)
                .ends();

        run("report", journals.toString());

        assertThat(read("report.html"))
                .contains("data:image/png;base64," + Base64.getEncoder().encodeToString(polyglot.toByteArray()))
                .doesNotContain("<script>alert", Base64.getEncoder().encodeToString(bomb))
                .contains("<bdi>wide.png</bdi>", "or is too large to be shown");
    }

    @ParameterizedTest
    @CsvSource({
        "202e, [U+202E]",
        "2066, [U+2066]",
        "200f, [U+200F]",
        "200b, [U+200B]",
        "feff, [U+FEFF]",
        "0, \u2400",
        "8, \u2408",
        "1b, \u241b",
        "7f, [U+007F]",
        "85, [U+0085]",
        "2028, [U+2028]",
        "d800, \ufffd",
        "ffff, \ufffd",
    })
    void makesVisibleWhatWouldHideOrMoveText(String code, String shown) throws IOException {
        String invisible = String.valueOf((char) Integer.parseInt(code, 16));
        new LeftRun(journals, "text")
                .fails("a.B", "c", "before" + invisible + "after", "")
                .ends();

        run("report", journals.toString());

        // a journal keeps no lone surrogate
        assertThat(read("report.html")).containsAnyOf("before" + shown + "after", "before?after");
    }

    @Test
    void cutsLongTextsAndSaysSo() throws IOException {
        new LeftRun(journals, "long")
                .fails("a.B", "c", "x".repeat(1_000_000), "y".repeat(1_000_000))
                .attaches("output.log", "z".repeat(10_000_000))
                .attaches("umlauts.txt", "a" + "ä".repeat(60_000))
                .ends();

        assertThat(run("report", journals.toString())).isZero();

        assertThat(read("report.html"))
                .contains("8000 of 1000000 characters are shown", "64000 of 1000000 characters are shown")
                .contains("cut here: the first 64 KB are shown", "<bdi>umlauts.txt</bdi>")
                .doesNotContain("\ufffd", "no text in UTF-8")
                .hasSizeLessThan(400_000);
    }

    @Test
    void leavesOutWhatIsBeyondTheLimitAndSaysSo() throws IOException {
        LeftRun run = new LeftRun(journals, "many");
        run.passes("a.A", "passed").attaches("last.png", png(20, 20));
        run.fails("b.B", "failed", "m", "").attaches("first.png", png(20, 20));
        run.ends();

        assertThat(run("report", journals.toString(), "--max-size", String.valueOf(png(20, 20).length)))
                .isZero();

        assertThat(read("report.html"))
                .contains(
                        "alt=\"Picture first.png\"", "<bdi>last.png</bdi>", "It is left out: the files in this report")
                .doesNotContain("alt=\"Picture last.png\"");
        assertThat(out.toString()).contains("1 file left out, which the report names: --max-size is ");
    }

    @Test
    void endsWithOneIfAFileIsGoneOrALineIsDamaged() throws IOException {
        Path journal = new LeftRun(journals, "damaged")
                .fails("a.B", "first", "m", "")
                .attaches("gone.log", "text")
                .passes("a.B", "second")
                .ends();
        try (Stream<Path> blobs = Files.list(journal.resolve("blobs"))) {
            for (Path blob : blobs.toList()) {
                Files.delete(blob);
            }
        }

        assertThat(run("report", journals.toString())).isEqualTo(1);

        assertThat(read("report.html")).contains("<bdi>gone.log</bdi>", "It cannot be read: ", "<bdi>second</bdi>");
    }

    @Test
    void prefersTheOldReportToHalfOfANewOne() throws IOException {
        Path report = Files.createDirectories(folder.resolve("out")).resolve("r.html");
        Files.writeString(report, "old");
        new LeftRun(journals, "new").passes("a.B", "c").ends();

        assertThat(run("report", journals.toString(), "-o", "out/r.html")).isZero();

        assertThat(Files.readString(report)).startsWith("<!DOCTYPE html>");
        assertThat(report.getParent()).isDirectoryContaining("glob:**r.html");
        assertThat(files(report.getParent())).hasSize(1);
    }

    @Test
    void printsOneJsonObject() throws IOException {
        new LeftRun(journals, "json")
                .fails("a.B", "c", "m", "")
                .attaches("p.png", png(1, 1))
                .ends();

        run("report", journals.toString(), "--json");

        assertThat(Json.read(out.toString()).toString())
                .startsWith(
                        "{\"report\":\"" + folder.resolve("report.html") + "\",\"runs\":1,\"results\":1,\"failed\":1,"
                                + "\"pictures\":1,\"leftOut\":0,\"complete\":true,\"bytes\":");
    }

    @Test
    void saysWhatToDoIfThereIsNothingToReportOrNoPlaceForIt() throws IOException {
        assertThat(run("report", journals.toString())).isEqualTo(2);
        assertThat(err.toString())
                .contains("attest: nothing to report: no run waits in " + journals)
                .contains("pass the address of its page");
        new LeftRun(journals, "one").passes("a.B", "c").ends();
        assertThat(run("report", journals.toString(), "-o", "nowhere/r.html")).isEqualTo(2);
        assertThat(err.toString()).contains("there is no folder " + folder.resolve("nowhere"), "Make it first");
        assertThat(run("report", journals.toString(), "-o", ".")).isEqualTo(2);
        assertThat(err.toString()).contains("it is a folder. Pass a file");
        assertThat(run("report", journals.toString(), "--max-size", "much")).isEqualTo(2);
        assertThat(err.toString()).contains("'much' is no size such as 500KB or 20MB");
        assertThat(files(folder)).containsExactly("attest");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/contoso/shop/_apis/test/runs/12",
                "https://dev.azure.com.evil.example/contoso/shop/_apis/test/runs/12",
                "https://dev.azure.com@evil.example/contoso/shop/_apis/test/runs/12",
                "https://dev.azure.com:8443/contoso/shop/_apis/test/runs/12",
                "http://dev.azure.com/contoso/shop/_apis/test/runs/12",
                "https://dev.azure.com/other/shop/_apis/test/runs/12",
                "https://dev.azure.com/contoso/shopping/_apis/test/runs/12",
                "https://dev.azure.com/contoso/../other/shop/_apis/test/runs/12",
            })
    void sendsTheTokenToNoOtherAddressThanThatOfTheSettings(String address) throws IOException {
        service();

        assertThat(run("report", address)).isEqualTo(2);

        assertThat(err.toString())
                .contains("the settings are for https://dev.azure.com/contoso, project shop,")
                .contains("the token is sent to no other address. Set --url and --project");
        assertThat(files(folder)).containsExactly("attest");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://dev.azure.com/contoso/shop/_build?buildId=3",
                "https://dev.azure.com/contoso/shop/_TestManagement/Runs",
                "https://dev.azure.com/contoso/shop/_TestManagement/Runs?runId=x",
                "https://dev.azure.com/contoso/shop/_apis/test/runs/",
                "https://",
                "https://dev azure com|/",
            })
    void saysWhichAddressesAreThoseOfARun(String address) {
        service();

        assertThat(run("report", address)).isEqualTo(2);

        assertThat(err.toString()).contains("Copy the address of the run's page, such as https://dev.azure.com/");
    }

    @Test
    void needsTheServiceOfAnAddress() {
        assertThat(run("report", "https://user:pass@dev.azure.com/contoso/shop/_apis/test/runs/12"))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains(
                        "cannot read the run at https://dev.azure.com/contoso/shop/_apis/test/runs/12: no service is set")
                .contains("Pass --url and --project");
    }

    private void service() {
        environment.put("ATTEST_AZURE_URL", "https://dev.azure.com/contoso");
        environment.put("ATTEST_AZURE_PROJECT", "shop");
        environment.put("ATTEST_AZURE_TOKEN", "secret");
    }

    private static String hash(String report, String tag) throws Exception {
        Matcher content = Pattern.compile("<" + tag + ">(.*)</" + tag + ">", Pattern.DOTALL)
                .matcher(report);
        assertThat(content.find()).isTrue();
        byte[] digest =
                MessageDigest.getInstance("SHA-256").digest(content.group(1).getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(digest);
    }

    private static byte[] png(int width, int height) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    private String read(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    private static List<String> files(Path dir) throws IOException {
        List<String> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(dir, dir.endsWith("attest") ? 3 : 1)) {
            for (Path file : all.filter(each -> !each.equals(dir)).sorted().toList()) {
                files.add(dir.relativize(file).toString());
            }
        }
        return files;
    }

    private int run(String... arguments) {
        Sources sources = new Sources(Map.of("user.name", "ann"), environment, Map.of(), List.of(), folder, List::of);
        Terminal terminal = new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), false);
        return Main.run(terminal, sources, arguments);
    }
}
