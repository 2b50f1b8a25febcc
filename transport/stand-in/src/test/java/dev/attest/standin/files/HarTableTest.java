package dev.attest.standin.files;

import dev.attest.standin.files.HarTable.HarEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class HarTableTest {

    private static final String ENTRY =
            "{'startedDateTime':'x','time':12.5,'request':{'method':'GET','url':'http://a/',"
                    + "'headers':[{'name':'n'}]},'response':{'status':200,'content':{'size':7,'text':'{}'},'bodySize':-1}}";

    @TempDir
    Path folder;

    @Test
    void keepsWhatIsSeenOfEachRequest() throws IOException {
        var har = har("{'log':{'version':'1.2','entries':[" + ENTRY + ",{'request':{'method':'POST'}}]}}");

        assertThat(har.entries())
                .containsExactly(new HarEntry("GET", 200, "http://a/", 7, 12.5), new HarEntry("POST", 0, "", -1, -1));
        assertThat(har.failed()).isOne();
    }

    @Test
    void keepsTheFirstOfManyRequestsAndCountsAll() throws IOException {
        var har = har("{'log':{'entries':[" + (ENTRY + ",").repeat(4999) + ENTRY + "]}}");

        assertThat(har.entries()).hasSize(HarTable.MOST_ENTRIES);
        assertThat(har.total()).isEqualTo(5000);
        assertThat(har.more()).isEqualTo(4800);
    }

    @Test
    void shortensTextsThatNoAddressHas() throws IOException {
        var har = har("{'log':{'entries':[{'request':{'method':'" + "M".repeat(99) + "','url':'" + "u".repeat(1_000_000)
                + "'}}]}}");

        assertThat(har.entries().get(0).url()).hasSize(301);
        assertThat(har.entries().get(0).method()).hasSize(21);
    }

    @Test
    void takesValuesOfOtherTypesForMissingOnes() throws IOException {
        var har = har("{'log':{'entries':[7,null,[1],{'time':'x','request':[{}],'response':{'status':{'a':[1]},"
                + "'content':'x'}},{'time':1e999,'response':{'status':1e300,'content':{'size':-1e300}}}]}}");

        assertThat(har.total()).isEqualTo(5);
        assertThat(har.entries().get(3)).isEqualTo(new HarEntry("", 0, "", -1, -1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{}",
                "{'log':{}}",
                "{'log':[]}",
                "{'log':{'entries':{}}}",
                "{'entries':[]}",
                "{'log':{'entries':[{'request':",
                "{'log':{'entries':[{}]}} and more",
                "{'log':{'entries':[{}]}}{}",
                "{'log':{'entries':[{'x':nonsense}]}}",
            })
    void takesDamagedAndOtherFilesForTexts(String text) throws IOException {
        assertThat(HarTable.of(file(text))).isEmpty();
    }

    @Test
    void takesADeepFileForAText() throws IOException {
        assertThat(HarTable.of(file("{'log':{'entries':[" + "[".repeat(100_000))))
                .isEmpty();
    }

    private HarTable har(String text) throws IOException {
        return HarTable.of(file(text)).orElseThrow();
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("a.har"), text.replace('\'', '"'));
    }
}
