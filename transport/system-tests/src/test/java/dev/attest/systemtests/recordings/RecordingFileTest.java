package dev.attest.systemtests.recordings;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A recording comes from somebody else: whatever is in it, the worst that it does is to be refused. */
class RecordingFileTest {

    private static final String GOOD = "{'method':'GET','path':'/{project}/_apis/test/runs/1','status':200,'reply':{}}";

    @Test
    void readsTheFormatBeforeThisOneAndMembersOfLaterOnes() throws Exception {
        RecordingFile old = read(GOOD);
        RecordingFile later =
                read("{'format':3,'bugs':true,'x':{},'findings':[7,{'assumption':'It is.','verdict':'SO'}]}\n"
                        + GOOD.replace("'status'", "'unheardOf':[1],'status'"));

        assertThat(old.exchanges()).singleElement().satisfies(exchange -> {
            assertThat(exchange.status()).isEqualTo(200);
            assertThat(exchange.clock()).isNull();
        });
        assertThat(later.findings()).containsExactly("SO: It is.");
        assertThat(later.bugs()).isTrue();
        assertThat(later.exchanges())
                .singleElement()
                .satisfies(exchange -> assertThat(exchange.line()).isEqualTo(2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'method':'GET','path':'/_apis/te | it is cut off, or no JSON",
                "[] | it is no JSON object",
                "7 | it is no JSON object",
                "EMPTY | it is cut off, or no JSON",
                "{} | there is no method",
                "{'method':'BREW','path':'/_apis/test','status':200} | there is no method \"BREW\"",
                "{'method':'GET','path':'@evil.example/_apis/test','status':200} | is no path of the service",
                "{'method':'GET','path':'/_apis/test?a=1 HTTP/1.1','status':200} | is no path of the service",
                "{'method':'GET','path':'/_apis/test','status':1000} | \"status\" is no number from 200 to 599",
                "{'method':'GET','path':'/_apis/test','status':'many'} | \"status\" is no number",
                "{'method':'GET','path':'/_apis/test'} | \"status\" is no number",
                "{'method':'GET','path':'/_apis/test','status':200,'length':999999999} | \"length\" is no number from 0",
                "{'method':'GET','path':'/_apis/test','status':200,'clock':1e99} | \"clock\" is no number",
                "{'method':{},'path':[],'status':{}} | there is no method"
            })
    void saysWhichLineIsBadAndWhy(String line, String why) {
        String text = GOOD + "\n" + (line.equals("EMPTY") ? " " : line) + "\n" + GOOD;

        assertThatThrownBy(() -> read(text))
                .isInstanceOf(UnreadableRecordingException.class)
                .hasMessageStartingWith("line 2: ")
                .hasMessageContaining(why);
    }

    @Test
    void readsNoLineThatIsTooLong() {
        assertThatThrownBy(() -> read(GOOD + "\n{'method':'" + "x".repeat(10_000_000) + "'}"))
                .hasMessage("line 2: it is longer than 1000000 characters");
    }

    @Test
    void readsNoNestingThatIsTooDeep() {
        assertThatThrownBy(() -> read(GOOD.replace("{}", "[".repeat(100_000) + "]".repeat(100_000))))
                .isInstanceOf(UnreadableRecordingException.class)
                .hasMessageStartingWith("line 1: ");
    }

    @Test
    void readsNoFileThatNeverEnds() {
        String line = GOOD.replace('\'', '"') + "\n";

        assertThatThrownBy(() -> RecordingFile.read(endless("x"))).hasMessageStartingWith("line 1: it is longer");
        assertThatThrownBy(() -> RecordingFile.read(endless(line)))
                .hasMessage("line 1001: a trial has not so many exchanges");
    }

    @Test
    void isNoRecordingWithoutAnExchange() {
        assertThatThrownBy(() -> read("")).hasMessage("line 1: there is no exchange");
        assertThatThrownBy(() -> read("{'format':2}")).hasMessage("line 2: there is no exchange");
    }

    private static RecordingFile read(String text) throws IOException {
        return RecordingFile.read(new StringReader(text.replace('\'', '"')));
    }

    private static Reader endless(String text) {
        return new Reader() {
            private int at;

            @Override
            public int read(char[] chars, int from, int length) {
                chars[from] = text.charAt(at++ % text.length());
                return 1;
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
    }
}
