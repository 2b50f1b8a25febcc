package dev.attest.systemtests.recordings;

import dev.attest.systemtests.recordings.RecordedService.Reply;
import java.io.StringReader;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RecordedServiceTest {

    private static final String RECORDING = """
            {"method":"POST","path":"/{project}/_apis/test/runs?api-version=7.1","request":{"name":"Trial",\
            "startedDate":"2026-12-01T08:00:00.500Z","comment":"run:aaa"},"status":200,"reply":{"id":1,"comment":"run:aaa",\
            "startedDate":"2026-12-01T08:00:00.5Z","createdDate":"2026-12-01T08:00:02Z","state":"Unspecified"}}
            {"method":"GET","path":"/{project}/_apis/test/runs?minLastUpdatedDate=2026-12-01T07%3A00%3A00.000Z\
            &runTitle=text","status":200,"reply":{}}
            {"method":"DELETE","path":"/{project}/_apis/test/runs/1","unanswered":true}
            """;
    private static final String SENT =
            "{\"name\":\"Trial\",\"startedDate\":\"2027-01-01T09:00:00.250Z\",\"comment\":\"run:bbb\"}";
    private static final String RUNS = "/{project}/_apis/test/runs";

    @Test
    void repliesWithWhatTheClientHasSentNow() throws Exception {
        RecordedService service = service();

        Optional<Reply> created = service.answer("POST", RUNS + "?api-version=7.1", SENT);
        Optional<Reply> found = service.answer(
                "GET", RUNS + "?minLastUpdatedDate=2027-01-01T08%3A00%3A00.000Z&runTitle=Trial%20of", "");
        Optional<Reply> deleted = service.answer("DELETE", RUNS + "/1", "");

        assertThat(created).get().extracting(Reply::body).isEqualTo("""
                {"id":1,"comment":"run:bbb","startedDate":"2027-01-01T09:00:00.250Z",\
                "createdDate":"2027-01-01T09:00:01.750Z","state":"Unspecified"}""");
        assertThat(found).get().extracting(Reply::status).isEqualTo(200);
        assertThat(deleted).isEmpty();
        assertThat(service.problems()).isEmpty();
    }

    @Test
    void namesWhatTheClientAsksOtherwise() throws Exception {
        RecordedService service = service();

        service.answer("POST", RUNS + "?api-version=7.1", SENT);
        Optional<Reply> reply = service.answer("GET", RUNS + "/1", "");

        assertThat(reply).get().extracting(Reply::status).isEqualTo(400);
        assertThat(service.problems())
                .singleElement()
                .asString()
                .startsWith("The client asks GET /{project}/_apis/test/runs/1, where the recording has line 2, GET "
                        + "/{project}/_apis/test/runs: ");
    }

    @Test
    void namesWhatTheClientAsksInAdditionAndLeavesOut() throws Exception {
        RecordedService service = service();

        service.answer("POST", RUNS + "?api-version=7.1", SENT);
        service.answer("GET", RUNS + "?minLastUpdatedDate=2027-01-01T08%3A00%3A00.000Z&runTitle=x", "");
        assertThat(service.problems())
                .containsExactly("The client does not ask for line 3, DELETE /{project}/_apis/test/runs/1.");
        service.answer("DELETE", RUNS + "/1", "");
        service.answer("DELETE", RUNS + "/1", "");

        assertThat(service.problems())
                .containsExactly(
                        "The client asks DELETE /{project}/_apis/test/runs/1, where the recording is at its end.");
    }

    private static RecordedService service() throws Exception {
        return new RecordedService(RecordingFile.read(new StringReader(RECORDING)));
    }
}
