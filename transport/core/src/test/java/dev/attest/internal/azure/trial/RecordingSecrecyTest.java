package dev.attest.internal.azure.trial;

import dev.attest.internal.azure.Samples;
import dev.attest.internal.config.AzureSettings;
import dev.attest.internal.config.HistorySettings;
import dev.attest.internal.config.NetworkSettings;
import dev.attest.internal.config.PlanSettings;
import dev.attest.internal.config.setting.BugSettings;
import dev.attest.internal.config.setting.Secret;
import dev.attest.internal.http.Body;
import dev.attest.internal.http.Request;
import dev.attest.internal.http.Response;
import dev.attest.internal.json.Json;
import dev.attest.internal.rest.RestUrl;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Puts each secret, name and id, in each form, at each place of an exchange. */
class RecordingSecrecyTest {

    private static final String PROJECT = "Größe (Q&A) C++ [x].*$1";

    private static final List<String> SECRETS = List.of(
            PROJECT,
            Samples.TOKEN,
            "ado.contoso.example",
            "Finanz Abteilung",
            "proxy-password",
            "Area 51\\Kantine",
            "Bertha Benz",
            "bertha@contoso.example",
            "CONTOSO\\bertha",
            "Jürgen O'Brien-Groß",
            "Bertha",
            "bertha",
            "groß",
            "build-07.contoso.example",
            "987654",
            "9876543210123",
            "0b6b5a1e-8f8e-4d39-a7b6-2d7fd1f0b0c1",
            "aad.QmVydGhhQmVueg",
            "vstfs:///Build/Build/987654",
            "https://ado.contoso.example/Finanz%20Abteilung/_apis/test/runs/987654?u=bertha");

    /** Where it is put. */
    enum Place {
        PATH("GET", "/runs/SECRET/results", "", "{}"),
        PATH_OF_WORK_ITEM_TYPE("POST", "/wit/workitems/$SECRET", "[]", "{}"),
        QUERY_NAME("GET", "/runs?SECRET=1", "", "{}"),
        QUERY_FLAG("GET", "/runs?SECRET", "", "{}"),
        QUERY_VALUE("GET", "/runs?runTitle=SECRET&$top=SECRET&api-version=SECRET&minLastUpdatedDate=SECRET", "", "{}"),
        QUERY_ID("GET", "/runs?testSubResultId=SECRET&ids=SECRET", "", "{}"),
        REQUEST_MEMBER("POST", "/wit/wiql", "{'SECRET':1,'a':{'SECRET':[]}}", "{}"),
        REQUEST_TEXT("POST", "/wit/wiql", "{'query':'SECRET','state':'SECRET','path':'/fields/SECRET'}", "{}"),
        REPLY_MEMBER("GET", "/runs", "", "{'SECRET':1,'value':[{'SECRET':{'SECRET':null}}]}"),
        REPLY_TEXT("GET", "/runs", "", "{'name':'SECRET','comment':'of SECRET.','url':'SECRET','x':'SECRET'}"),
        REPLY_CONSTANT("GET", "/runs", "", "{'state':'SECRET','typeKey':'SECRET','area':'SECRET','op':'x SECRET'}"),
        REPLY_ROUTE("OPTIONS", "", "", "{'id':'x SECRET','routeTemplate':'SECRET','resourceName':'SECRET'}"),
        REPLY_ID("GET", "/runs", "", "{'id':'SECRET','runId':'SECRET','pointIds':['SECRET']}"),
        ARRAY("GET", "/runs", "", "{'tags':['SECRET'],'state':['SECRET']}"),
        NESTED_ARRAY("GET", "/runs", "", "{'x':[['SECRET',[{'y':'SECRET'}]]],'message':[['SECRET']]}"),
        MESSAGE("GET", "/runs", "", "{'message':'Access denied. SECRET needs the right. SECRET'}"),
        MESSAGE_OF_TWO("GET", "/runs", "", "{'message':'SECRET: may not (SECRET), user=SECRET;'}"),
        QUOTED("GET", "/runs", "", "{'message':'The user`s run \\u0027SECRET\\u0027 is \\'SECRET\\' of „SECRET“'}"),
        LONE_QUOTE("GET", "/runs", "", "{'message':'It isn\\u0027t \\u0027SECRET, says SECRET'}");

        private final String method;
        private final String path;
        private final String request;
        private final String reply;

        Place(String method, String path, String request, String reply) {
            this.method = method;
            this.path = path;
            this.request = request;
            this.reply = reply;
        }

        void put(Recording recording, String secret) {
            String area = path.startsWith("/wit/") ? "_apis" : "_apis/test";
            String address = COLLECTION + "/" + RestUrl.encode(PROJECT) + "/" + area
                    + path.replace("SECRET", RestUrl.encode(secret));
            exchange(recording, method, address, json(request, secret), json(reply, secret));
        }

        private static String json(String template, String secret) {
            String quoted = Json.write(secret);
            return template.replace("\\'", "\\\"")
                    .replace('\'', '"')
                    .replace("SECRET", quoted.substring(1, quoted.length() - 1));
        }
    }

    private static final String COLLECTION = "https://ado.contoso.example:8443/tfs/Finanz%20Abteilung";

    @ParameterizedTest
    @EnumSource
    void tellsNoSecretNoNameAndNoId(Place place) {
        for (String secret : SECRETS) {
            Recording recording = recordingOfPeople();
            for (String form : forms(secret)) {
                place.put(recording, form);

                List<String> lines = recording.lines();
                assertThat(lines.get(lines.size() - 1).toLowerCase(Locale.ROOT))
                        .as("%s of %s", form, secret)
                        .doesNotContain(form.toLowerCase(Locale.ROOT))
                        .doesNotContain(secret.toLowerCase(Locale.ROOT))
                        .doesNotContain("bertha", "contoso", "987654", "kantine");
            }
        }
    }

    /** Numbers are ids, wherever they are. */
    @Test
    void tellsNoNumberThatMayBeAnId() {
        Recording recording = recordingOfPeople();

        exchange(recording, "GET", COLLECTION + "/x/_apis/test/runs/987654", "", """
                {"id":987654,"parent":987654,"pointIds":[987654,[987654]],"x":-987654,"y":987654.5,"z":9876543210123,\
                "revision":2,"durationInMs":5.0,"tags":[true,null,0]}""");

        assertThat(recording.lines().get(2)).endsWith("""
                "reply":{"id":2,"parent":2,"pointIds":[2,[2]],"x":3,"y":2,"z":4,"revision":2,"durationInMs":5,\
                "tags":[true,null,0]}}""");
    }

    /** A short or an ordinary name must not be replaced in every word. */
    @ParameterizedTest
    @ValueSource(strings = {"e", "a", "Test", "Run", "Trial", "state", "api", "Completed", "dev", "auto"})
    void staysUsableWithAnyProject(String project) {
        Recording recording = new Recording(settings(project));

        exchange(recording, "POST", COLLECTION + "/" + project + "/_apis/test/runs?api-version=7.1", """
                {"name":"Trial of attest doctor","state":"Completed","automatedTestName":"dev.attest.Trial.first"}""", """
                {"id":17,"state":"InProgress","automatedTestName":"dev.attest.Trial.first",\
                "name":"Trial of attest doctor",\
                "message":"TF400813: Test run 17 is already Completed, see version 7.1."}""");

        assertThat(recording.lines().get(1)).isEqualTo("""
                {"method":"POST","path":"/{project}/_apis/test/runs?api-version=7.1",\
                "request":{"name":"Trial of attest doctor","state":"Completed",\
                "automatedTestName":"dev.attest.Trial.first"},"status":200,\
                "reply":{"id":1,"state":"InProgress","automatedTestName":"dev.attest.Trial.first",\
                "name":"Trial of attest doctor",\
                "message":"TF400813: Test run n is already Completed, see version 7.1."}}""");
    }

    @Test
    void keepsMembersApartWhoseNamesAreHidden() {
        Recording recording = recordingOfPeople();

        exchange(recording, "GET", COLLECTION + "/_apis/test", "", "{\"Bertha\":1,\"Benz\":\"x\",\"value\":[]}");

        assertThat(recording.lines().get(2)).endsWith("\"reply\":{\"name\":1,\"name2\":\"text\",\"value\":[]}}");
    }

    /** The services name the people of a run in the reply to its creation. */
    private static Recording recordingOfPeople() {
        Recording recording = new Recording(settings(PROJECT));
        exchange(recording, "POST", COLLECTION + "/x/_apis/test/runs", "{\"name\":\"Trial\"}", """
                {"id":1,"name":"Trial","owner":{"displayName":"Bertha Benz","uniqueName":"CONTOSO\\\\bertha"},\
                "lastUpdatedBy":{"displayName":"Jürgen O'Brien-Groß"}}""");
        return recording;
    }

    private static Set<String> forms(String secret) {
        String quoted = Json.write(secret);
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        Set<String> forms = new LinkedHashSet<>(List.of(
                secret,
                secret.toUpperCase(Locale.ROOT),
                RestUrl.encode(secret),
                RestUrl.encode(RestUrl.encode(secret)),
                secret.replace(' ', '+'),
                quoted.substring(1, quoted.length() - 1),
                "x " + secret + " y"));
        Stream.of(Base64.getEncoder(), Base64.getUrlEncoder().withoutPadding())
                .map(encoder -> encoder.encodeToString(bytes))
                .forEach(forms::add);
        return forms;
    }

    private static AzureSettings settings(String project) {
        AzureSettings sample = Samples.settings(URI.create(COLLECTION), "7.1");
        BugSettings bugs = new BugSettings(
                true, 10, "Mangel", "Area 51\\Kantine", "", List.of(), new LinkedHashMap<>(), List.of());
        return new AzureSettings(
                        sample.url(),
                        project,
                        sample.token(),
                        "",
                        1,
                        sample.testNames(),
                        new NetworkSettings(
                                new Secret("http://ann:proxy-password@proxy.contoso.example"), List.of(), ""),
                        sample.workItems(),
                        sample.plan(),
                        sample.bugs(),
                        HistorySettings.OFF)
                .with(PlanSettings.NONE, bugs);
    }

    private static void exchange(Recording recording, String method, String address, String body, String reply) {
        Request request = new Request(
                method, URI.create(address), Map.of(), body.isEmpty() ? null : Body.text("application/json", body));
        recording.exchanged(request, new Response(200, Map.of(), reply, false, ""));
    }
}
