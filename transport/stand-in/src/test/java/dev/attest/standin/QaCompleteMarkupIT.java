package dev.attest.standin;

import dev.attest.standin.rules.QaCompletePolicy;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

class QaCompleteMarkupIT {

    private static final int FRIENDLY = 99;

    private static final StandIn SERVER = StandIn.start(
            StandInOptions.defaults().withQaComplete(QaCompletePolicy.defaults().withSeed(seed())));
    private static final QaCompleteClient CLIENT = QaCompleteClient.of(SERVER);

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    /** Returns a bug, a test and a test set with each kind of markup in each of their fields. */
    private static String seed() {
        var bugs = numbers().mapToObj(QaCompleteMarkupIT::bug).collect(joining(","));
        var tests = numbers().mapToObj(QaCompleteMarkupIT::test).collect(joining(","));
        return ("{'projects':[{'id':1,'bugs':[" + bugs + "," + bug(FRIENDLY) + "],'tests':[" + tests + ","
                        + test(FRIENDLY)
                        + "],'testsets':[{'id':1,'title':'s','description':'<b>all</b>','tests':[99]}]}]}")
                .replace('\'', '"');
    }

    static IntStream numbers() {
        return IntStream.range(1, HostileMarkup.ALL.size() + 1);
    }

    private static String markup(int number) {
        return number == FRIENDLY
                ? "<p>so <b>it</b> is</p>"
                : HostileMarkup.ALL.get(number - 1).replace("'", "");
    }

    private static String bug(int id) {
        var text = markup(id);
        return "{'id':" + id + ",'title':'" + text + "','status':'" + text + "','description':'" + text
                + "','steps_to_repro':'" + text + "','actual_results':'" + text + "','expected_results':'" + text
                + "','custom_fields':[{'id':1,'name':'" + text + "','value':'" + text
                + "'},{'Id':'Custom11','Name':'n','Value':'" + text + "'}]}";
    }

    private static String test(int id) {
        var text = markup(id);
        return "{'id':" + id + ",'title':'" + text + "','description':'" + text + "','steps':[{'id':" + id + ",'step':'"
                + text + "','expected_result':'" + text + "'}]}";
    }

    private static String page(String path) {
        var reply = Client.page(SERVER, "/qacomplete/" + path);
        HostileMarkup.assertHarmless(reply);
        return reply.text();
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void showsNothingThatActs(int number) {
        var text = markup(number);
        var run = CLIENT.send("POST", "v2/testruns", "{'TestId':" + number + ",'ForceNewRunCreation':true}")
                .json()
                .get("id")
                .asText();
        var item = CLIENT.get("v2/testruns/" + run + "/items")
                .json()
                .at("/results/0/id")
                .asText();
        CLIENT.send(
                "PATCH",
                "v2/testruns/" + run + "/items/" + item,
                "{'StatusCode':'Failed','Steps':[{'Seq':1,'ActualResult':'" + text + "'},{'Seq':2,'StepName':'" + text
                        + "','ExpectedResult':'" + text + "'}]}");
        CLIENT.parts("POST", "v1/Bugs/" + number + "/files", "Title=" + text, "Comments=" + text, "File@a.txt=" + text);

        for (var path : new String[] {"", "runs/" + run, "Bugs/" + number, "Tests/" + number, "TestSteps/" + number}) {
            page(path);
        }
    }

    @Test
    void showsTheMarkupOfRichFieldsAndTheTextOfOthers() {
        var rich = "<div class=\"markup\"><p>so <b>it</b> is</p></div>";
        var plain = "<div class=\"comment\">&lt;p&gt;so &lt;b&gt;it&lt;/b&gt; is&lt;/p&gt;</div>";

        assertThat(page("Bugs/99").split(rich, -1)).hasSize(6);
        assertThat(page("bugs/99").split(plain, -1)).hasSize(3);
        assertThat(page("Tests/99").split(rich, -1)).hasSize(4);
        assertThat(page("TestSteps/99").split(rich, -1)).hasSize(3);
        assertThat(page("TestSets/1"))
                .contains("<div class=\"markup\"><b>all</b></div>", "<a href=\"/qacomplete/Tests/99\">&lt;p&gt;so");
    }

    @Test
    void showsTheDescriptionAndTheStepsOfATestInARun() {
        CLIENT.newRun(1);
        var run = CLIENT.get("v2/testruns?limit=100")
                .json()
                .at("/results")
                .valueStream()
                .filter(each -> each.get("test_set_id").asInt() == 1)
                .findFirst()
                .orElseThrow();

        assertThat(page("runs/" + run.get("id").asText())
                        .split("<div class=\"markup\"><p>so <b>it</b> is</p></div>", -1))
                .hasSize(4);
    }
}
