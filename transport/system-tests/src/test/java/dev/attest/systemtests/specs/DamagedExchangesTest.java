package dev.attest.systemtests.specs;

import dev.attest.standin.rules.Product;
import dev.attest.testkit.InMemoryContent;
import dev.attest.testkit.LoopbackProxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Each damage is seen, and nothing else. */
class DamagedExchangesTest {

    private static final String PROJECT = "/DefaultCollection/demo/_apis/";
    private static final String RUNS = PROJECT + "test/runs?api-version=7.1";
    private static final String RUN = PROJECT + "test/runs/24?api-version=7.1";
    private static final String RESULTS = PROJECT + "test/Runs/24/results?api-version=7.1";
    private static final String FILE = PROJECT + "wit/attachments/de471719-27b2-40ab-ac40-4890f3eb1443?api-version=7.1";
    private static final String JSON = "application/json; charset=utf-8";
    private static final String BYTES = "application/octet-stream";

    static Stream<Arguments> sound() {
        return Stream.of(
                arguments("a run", json("POST", RUNS, "{'name':'r','build':{'id':'7'}}", "{'id':24,'revision':2}")),
                arguments("a list", get(RUNS + "&$top=3&includeRunDetails=True", "{'count':1,'value':[{'id':24}]}")),
                arguments("a change that clears", json("PATCH", RESULTS, "[{'id':1,'comment':null}]", list("{}"))),
                arguments("a deletion", new Exchange(request("DELETE", RUN, "", ""), reply(204, "", ""))),
                arguments("a refusal", new Exchange(request("GET", RUN, "", ""), reply(404, JSON, "{'message':'no'}"))),
                arguments(
                        "an item of the collection",
                        get("/DefaultCollection/_apis/wit/workitems/4711?$expand=Relations&api-version=7.1", """
                                {'id':4711,'rev':1,'fields':{'System.Title':'t','System.CreatedBy':{'id':'u'}},
                                 '_links':{'html':{'href':'h'}},'url':'u'}""")),
                arguments(
                        "a patch",
                        new Exchange(
                                request(
                                        "POST",
                                        PROJECT + "wit/workitems/$Bug?api-version=7.1",
                                        "application/json-patch+json",
                                        "[{'op':'add','path':'/fields/System.Title','value':'t'}]"),
                                reply(200, JSON, "{'id':1}"))),
                arguments("the versions", new Exchange(request("OPTIONS", PROJECT, "", ""), reply(200, JSON, "{}"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sound")
    void areNotThoseThatAreSound(String name, Exchange exchange) {
        assertThat(deviations(exchange)).isEmpty();
    }

    static Stream<Arguments> requests() {
        return Stream.of(
                arguments("a wrong type", json("POST", RUNS, "{'automated':'yes'}", "{}"), "/automated: string found"),
                arguments("an unknown member", json("POST", RUNS, "{'titel':'r'}", "{}"), "/titel: is not listed"),
                arguments(
                        "an unknown member below",
                        json("POST", RUNS, "{'build':{'number':'7'}}", "{}"),
                        "/build/number: is not listed"),
                arguments("a null in a new run", json("POST", RUNS, "{'name':null}", "{}"), "/name: null found"),
                arguments(
                        "a bad name of an enumeration",
                        json("PATCH", RESULTS, "[{'id':1,'resultGroupType':'again'}]", list("{}")),
                        "/*/resultGroupType: does not have a value"),
                arguments(
                        "a bad date",
                        json("PATCH", RESULTS, "[{'startedDate':'21.11.2026'}]", list("{}")),
                        "/*/startedDate: does not match the date-time"),
                arguments(
                        "a number that is too large",
                        json("PATCH", RESULTS, "[{'id':3000000000}]", list("{}")),
                        "/*/id: must have a maximum"),
                arguments("an object for an array", json("PATCH", RESULTS, "{'id':1}", list("{}")), ": object found"),
                arguments(
                        "another media type",
                        new Exchange(request("POST", RUNS, "text/plain", "{}"), reply(200, JSON, "{}")),
                        "request: is text/plain"),
                arguments(
                        "a body that nobody reads",
                        new Exchange(request("DELETE", RUN, JSON, "{}"), reply(204, "", "")),
                        "request: has a body"),
                arguments("an unknown route", get(PROJECT + "test/sets/7?api-version=7.1", "{}"), "no such operation"),
                arguments("an unknown method", json("PUT", RUNS, "{}", "{}"), "no such operation"),
                arguments("an unknown area", get(PROJECT + "git/runs?api-version=7.1", "{}"), "no such operation"),
                arguments("an unknown version", get(PROJECT + "test/runs?api-version=9.0", "{}"), "no such operation"),
                arguments("a preview", get(RUN + "-preview.3", "{}"), "api-version: is 7.1-preview.3 instead of 7.1"),
                arguments("an unknown parameter", get(RUNS + "&title=r", list("{}")), "query title: is not listed"),
                arguments("a word for a number", get(RUNS + "&$top=all", list("{}")), "query $top: string found"),
                arguments("a bad list", get(RUNS + dates() + "&buildIds=7,x", list("{}")), "query buildIds: string"),
                arguments(
                        "a bad date in the query", get(RUNS + dates().replace("T", " at "), list("{}")), "LastUpdated"),
                arguments(
                        "a bad name in the query",
                        get(RUNS + dates() + "&state=over", list("{}")),
                        "query state: does"),
                arguments(
                        "no parameter", get(PROJECT + "wit/workitems?api-version=7.1", list("{}")), "ids: is missing"),
                arguments(
                        "no version", get(PROJECT + "test/runs?automated=true", list("{}")), "api-version: is missing"),
                arguments(
                        "a word for an id",
                        get(PROJECT + "test/runs/last?api-version=7.1", "{}"),
                        "path runId: string"),
                arguments(
                        "a number for a GUID",
                        new Exchange(chunk(FILE.replaceFirst("/de47[^?]*", "/7")), reply(200, JSON, "{}")),
                        "path id: does not match the uuid"),
                arguments(
                        "no header",
                        new Exchange(request("PUT", FILE, BYTES, "abc"), reply(200, JSON, "{}")),
                        "header Content-Range: is missing"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    void areSeenInRequests(String name, Exchange exchange, String expected) {
        assertThat(deviations(exchange))
                .isNotEmpty()
                .allSatisfy(text -> assertThat(text).contains(expected));
    }

    static Stream<Arguments> replies() {
        return Stream.of(
                arguments("a wrong type", get(RUN, "{'id':'24'}"), "reply /id: string found"),
                arguments("an unknown member", get(RUN, "{'title':'r'}"), "reply /title: is not listed"),
                arguments("a null", get(RUN, "{'name':null}"), "reply /name: null found"),
                arguments("a bad date", get(RUN, "{'startedDate':'now'}"), "reply /startedDate: does not match"),
                arguments("a bad name", get(RUN, "{'substate':'lost'}"), "reply /substate: does not have a value"),
                arguments("a bare list", get(RUNS, "[{'id':24}]"), "reply : array found"),
                arguments("a list without a count", get(RUNS, "{'value':[]}"), "required property 'count'"),
                arguments("an unknown member of a list", get(RUNS, list("{'no':24}")), "/value/*/no: is not listed"),
                arguments(
                        "an unknown member of a base",
                        get(RUN, "{'owner':{'id':'u','displayName':'U','mail':'u@v'}}"),
                        "reply /owner/mail: is not listed"),
                arguments(
                        "another status",
                        new Exchange(request("GET", RUN, "", ""), reply(202, JSON, "{}")),
                        "reply: is 202"),
                arguments(
                        "another media type",
                        new Exchange(request("GET", RUN, "", ""), reply(200, "text/html", "<p>")),
                        "reply: is text/html"),
                arguments(
                        "a body after a deletion",
                        new Exchange(request("DELETE", RUN, "", ""), reply(200, JSON, "{}")),
                        "reply: has a body"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("replies")
    void areSeenInReplies(String name, Exchange exchange, String expected) {
        assertThat(deviations(exchange)).singleElement().asString().contains(expected);
    }

    private static List<String> deviations(Exchange exchange) {
        return new ExchangeCheck(new Specs(Product.SERVICES)).deviations(exchange);
    }

    private static String dates() {
        return "&minLastUpdatedDate=2026-11-21T08:00:00Z&maxLastUpdatedDate=2026-11-22T08:00:00Z";
    }

    private static String list(String item) {
        return "{'count':1,'value':[" + item + "]}";
    }

    private static Exchange get(String uri, String reply) {
        return new Exchange(request("GET", uri, "", ""), reply(200, JSON, reply));
    }

    private static Exchange json(String method, String uri, String body, String reply) {
        return new Exchange(request(method, uri, JSON, body), reply(200, JSON, reply));
    }

    private static LoopbackProxy.Request chunk(String uri) {
        return new LoopbackProxy.Request(
                "PUT", URI.create(uri), Map.of("Content-Type", BYTES, "Content-Range", "bytes 0-2/3"), bytes("abc"));
    }

    private static LoopbackProxy.Request request(String method, String uri, String type, String body) {
        return new LoopbackProxy.Request(method, URI.create(uri.replace(" ", "%20")), headers(type), bytes(body));
    }

    private static LoopbackProxy.Reply reply(int status, String type, String body) {
        return new LoopbackProxy.Reply(status, headers(type), bytes(body));
    }

    private static Map<String, String> headers(String type) {
        return type.isEmpty() ? Map.of() : Map.of("Content-Type", type);
    }

    private static InMemoryContent bytes(String text) {
        return new InMemoryContent(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
