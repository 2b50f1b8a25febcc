package dev.attest.systemtests.recordings;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReplyComparisonTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'a':1} | {} | a is 1 in the recording, and missing in the stand-in.",
                "{} | {'a':{}} | a is missing in the recording, and an object in the stand-in.",
                "{'a':{'b':'1'}} | {'a':{'b':1}} | a.b is \"1\" in the recording, and 1 in the stand-in.",
                "{'a':null} | {'a':[]} | a is null in the recording, and an array in the stand-in.",
                "{'state':'Unspecified'} | {'state':'InProgress'}"
                        + " | state is \"Unspecified\" in the recording, and \"InProgress\" in the stand-in.",
                "{'a':'2026-12-01T08:00:00Z'} | {'a':'text'} | a is a date in the recording, and \"text\" in the stand-in.",
                "{'revision':2} | {'revision':1} | revision is 2 in the recording, and 1 in the stand-in.",
                "{'a':[true]} | {'a':[false]} | a[0] is true in the recording, and false in the stand-in.",
                "{'a':[1,2]} | {'a':[1]} | a is an array with also 1 in the recording, and one with no others in the stand-in.",
                "[] | {} | the reply is an array in the recording, and an object in the stand-in."
            })
    void namesWhatDiffers(String recorded, String actual, String difference) {
        assertThat(differences(recorded, actual)).containsExactly("line 1, PATCH /_apis/test: " + difference);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'a':1,'b':2} | {'b':2,'a':1}",
                "{'id':1,'runId':'2'} | {'id':7,'runId':'9'}",
                "{'a':'2026-12-01T08:00:00Z'} | {'a':'2026-12-02T08:00:00.123Z'}",
                "[{'id':'x','routeTemplate':'a'},{'id':'y','routeTemplate':'b'}]"
                        + " | [{'id':'y','routeTemplate':'b'},{'id':'x','routeTemplate':'a'}]"
            })
    void ignoresOrderIdsAndDates(String recorded, String actual) {
        assertThat(differences(recorded, actual)).isEmpty();
    }

    @Test
    void namesOnceWhatRepliesOfOneKindShare() {
        List<Difference> differences = new ArrayList<>();
        for (String recorded : List.of("{'value':[{'a':1},{'a':1}]}", "{'a':1}", "{'a':2}")) {
            RecordedExchange exchange = exchange("/{project}/_apis/test/runs", recorded);
            String actual = recorded.replaceAll("'a':.", "");
            differences.addAll(ReplyComparison.differences(exchange, json(recorded), json(actual)));
        }

        assertThat(Difference.sentences(differences))
                .containsExactly(
                        "line 1, PATCH /{project}/_apis/test/runs: value[0].a is 1 in the recording,"
                                + " and missing in the stand-in.",
                        "line 1, PATCH /{project}/_apis/test/runs: a is 2 in the recording, and missing in the stand-in.");
    }

    @Test
    void learnsIdsOfEachKind() {
        KnownIds ids = new KnownIds();
        RecordedExchange attempts = exchange(
                "/{project}/_apis/test/runs/1/results",
                "{'value':[{'id':1," + "'testRun':{'id':'1'},'subResults':[{'id':1},{'id':2}]}]}");

        ids.learn(attempts, json("{'value':[{'id':100000,'testRun':{'id':'7'},'subResults':[{'id':11},{'id':12}]}]}"));

        assertThat(ids.inPath("/{project}/_apis/test/runs/1/results/1/attachments?testSubResultId=2&$top=1"))
                .isEqualTo("/{project}/_apis/test/runs/7/results/100000/attachments?testSubResultId=12&$top=1");
        assertThat(ids.inRequest(attempts, json("[{'id':1,'runId':'1','subResults':[{'sequenceId':1}],'id2':1}]")))
                .isEqualTo(json("[{'id':100000,'runId':'7','subResults':[{'sequenceId':1}],'id2':1}]"));
    }

    private static RecordedExchange exchange(String path, String reply) {
        return new RecordedExchange(1, "PATCH", path, null, 200, json(reply), "", 0, false, false, null);
    }

    private static List<String> differences(String recorded, String actual) {
        RecordedExchange exchange = exchange("/_apis/test", recorded);
        return Difference.sentences(ReplyComparison.differences(exchange, json(recorded), json(actual)));
    }

    private static JsonElement json(String text) {
        return JsonParser.parseString(text.replace('\'', '"'));
    }
}
