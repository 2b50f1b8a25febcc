package dev.attest.standin;

import dev.attest.standin.Client.Reply;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class RunFiltersIT {

    private static final String OWNER = "2b4b1b6e-5c1c-4a26-9d26-6b2f1f0c9a11";
    private static final List<String> ID_FILTERS = List.of(
            "planIds", "buildIds", "buildDefIds", "releaseIds", "releaseDefIds", "releaseEnvIds", "releaseEnvDefIds");

    private static final StandIn SERVER =
            StandIn.start(StandInOptions.defaults().withPlans(PlansIT.plans()));
    private static final Client CLIENT = Client.of(SERVER);

    @BeforeAll
    static void create() {
        run("'build':{'id':5},'plan':{'id':'10'},"
                + "'buildReference':{'buildDefinitionId':50,'branchName':'refs/heads/main'}");
        run("'build':{'id':'6'},'plan':{'id':20},'owner':{'id':'" + OWNER + "'},"
                + "'buildReference':{'BuildDefinitionId':60,'BranchName':'refs/heads/next'}");
        run("'releaseUri':'vstfs:///ReleaseManagement/Release/3',"
                + "'releaseEnvironmentUri':'vstfs:///ReleaseManagement/Environment/30',"
                + "'releaseReference':{'definitionId':300,'environmentDefinitionId':3000}");
        run("'build':{'id':6},'releaseReference':{'id':4,'environmentId':40,'definitionId':400,"
                + "'environmentDefinitionId':4000}");
        run("'releaseUri':'','releaseReference':{'id':0}");
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static void run(String properties) {
        assertThat(CLIENT.post("runs", "{'name':'r'," + properties + "}").status())
                .isEqualTo(200);
    }

    private static Reply dated(String filter) {
        return dated(CLIENT, filter);
    }

    private static Reply dated(Client client, String filter) {
        var now = Instant.now();
        return client.get("runs?minLastUpdatedDate=" + now.minus(1, ChronoUnit.DAYS) + "&maxLastUpdatedDate="
                + now.plus(1, ChronoUnit.DAYS) + "&" + filter);
    }

    private static String ids(Reply reply) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json()
                .get("value")
                .valueStream()
                .map(run -> run.get("id").asText())
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "planIds=10                              | 1",
                "planIds=10, 20,30                       | 1 2",
                "planIds=1                               | ''",
                "planIds=0                               | ''",
                "planIds=                                | 1 2 3 4 5",
                "buildIds=5                              | 1",
                "buildIds=5,006                          | 1 2 4",
                "buildIds=7                              | ''",
                "buildDefIds=50                          | 1",
                "buildDefIds=50,60                       | 1 2",
                "buildDefIds=5                           | ''",
                "branchName=refs/heads/main              | 1",
                "branchName=main                         | ''",
                "branchName=                             | 1 2 3 4 5",
                "releaseIds=3                            | 3",
                "releaseIds=3,4                          | 3 4",
                "releaseIds=30                           | ''",
                "releaseDefIds=300                       | 3",
                "releaseDefIds=300,400                   | 3 4",
                "releaseDefIds=3                         | ''",
                "releaseEnvIds=30                        | 3",
                "releaseEnvIds=30,40                     | 3 4",
                "releaseEnvIds=3                         | ''",
                "releaseEnvDefIds=3000                   | 3",
                "releaseEnvDefIds=3000,4000              | 3 4",
                "releaseEnvDefIds=30                     | ''",
                "publishContext=build                    | 1 2",
                "publishContext=Release                  | 3 4",
                "publishContext=all                      | 1 2 3 4 5",
                "publishContext=1                        | 1 2",
                "publishContext=3                        | 1 2 3 4 5",
                "planIds=10,20&buildIds=6                | 2",
                "planIds=10&buildIds=6                   | ''",
                "releaseIds=3,4&buildIds=6&runTitle=r    | 4",
            })
    void findsTheRunsOfSomeDays(String filter, String found) {
        assertThat(ids(dated(filter.replace(" ", "%20")))).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "planId=10                                    | 1",
                "planId=9                                     | ''",
                "buildUri=vstfs:///Build/Build/6              | 2 4",
                "owner=2B4B1B6E-5C1C-4A26-9D26-6B2F1F0C9A11   | 2",
                "owner=2b4b1b6e-5c1c-4a26-9d26-6b2f1f0c9a12   | ''",
                "planId=20&owner=2b4b1b6e-5c1c-4a26-9d26-6b2f1f0c9a11&automated=false | 2",
                "planId=10&owner=2b4b1b6e-5c1c-4a26-9d26-6b2f1f0c9a11 | ''",
            })
    void findsRunsWithoutDates(String filter, String found) {
        assertThat(ids(CLIENT.get("runs?" + filter))).isEqualTo(found);
    }

    @Test
    void findsTheRunsOfTheOwnerThatItShows() {
        var owner = CLIENT.get("runs/1").json().at("/owner/id").asText();

        assertThat(ids(CLIENT.get("runs?owner=" + owner))).isEqualTo("1 3 4 5");
    }

    @Test
    void showsTheReleaseThatARunIsFoundBy() {
        var run = CLIENT.get("runs/4").json();

        assertThat(run.at("/release/definitionId").asInt()).isEqualTo(400);
        assertThat(run.has("releaseReference")).isFalse();
    }

    static Stream<String> wrongValues() {
        var eleven = String.join(
                ",", IntStream.rangeClosed(1, 11).mapToObj(String::valueOf).toList());
        var wrong = List.of("x", "-1", "7,", "1.5", "1234567890", eleven);
        return Stream.concat(
                ID_FILTERS.stream().flatMap(name -> wrong.stream().map(value -> name + "=" + value)),
                Stream.of("publishContext=0", "publishContext=4", "publishContext=builds"));
    }

    @ParameterizedTest
    @MethodSource("wrongValues")
    void refusesAWrongValue(String filter) {
        var reply = dated(filter);

        assertThat(reply.refusal()).isEqualTo("400 ArgumentException");
        assertThat(reply.text()).contains(filter.substring(0, filter.indexOf('=')));
    }

    @ParameterizedTest
    @CsvSource({"planId=x", "planId=-1", "owner=me", "owner=2b4b1b6e", "buildUri=7"})
    void refusesAWrongValueWithoutDates(String filter) {
        var reply = CLIENT.get("runs?" + filter);

        assertThat(reply.refusal()).isEqualTo("400 ArgumentException");
        assertThat(reply.text()).contains(filter.substring(0, filter.indexOf('=')));
    }

    @Test
    void followsARunToAnotherRelease() {
        try (var server = StandIn.start()) {
            var client = Client.of(server);
            client.post("runs", "{'name':'r','releaseReference':{'id':3}}");

            client.patch("runs/1", "{'releaseUri':'vstfs:///ReleaseManagement/Release/4'}");

            assertThat(ids(dated(client, "releaseIds=3"))).isEmpty();
            assertThat(ids(dated(client, "releaseIds=4"))).isEqualTo("1");
        }
    }
}
