package dev.attest.internal.rest;

import dev.attest.internal.http.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ErrorBodyTest {

    private static final List<String> PATHS = List.of(
            "response_status.message",
            "message",
            "value.message",
            "value",
            "error.message",
            "error_description",
            "responseStatus.errorCode",
            "");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"$id":"1","innerException":null,"message":"TF200016: no","typeKey":"Gone","errorCode":0} | TF200016: no | Gone
            {"count":1,"value":{"Message":"The request is invalid."}}                                 | The request is invalid. | ''
            {"count":36,"value":"Content-Range header not understood."}                               | Content-Range header not understood. | ''
            {"ClassName":"System.ArgumentException","Message":"bad"}                                  | bad | System.ArgumentException
            {"error":{"code":"x","message":"from a gateway"}}                                         | from a gateway | ''
            {"error":"invalid_grant","error_description":"expired"}                                   | expired | ''
            {"response_status":{"error_code":"X","message":"Access is denied"}}                       | Access is denied | ''
            {"ResponseStatus":{"ErrorCode":"FileNotFoundException"}}                                  | FileNotFoundException | ''
            "only text"                                                                               | only text | ''
            {"message":{"nested":1},"value":[1,2]}                                                    | '' | ''
            []                                                                                        | '' | ''
            null                                                                                      | '' | ''
            """)
    void readsEachShapeThatWasSeen(String body, String message, String typeKey) {
        assertThat(ErrorBody.of(reply("application/json", body), PATHS))
                .isEqualTo(new ErrorBody(message, typeKey, ErrorBody.Form.JSON));
    }

    @Test
    void takesNoMessageFromAMemberThatTheServiceDoesNotUse() {
        Response reply = reply("application/json", "{\"status\":404,\"error\":\"Not Found\"}");

        assertThat(ErrorBody.of(reply, PATHS).message()).isEmpty();
        assertThat(ErrorBody.of(reply, List.of("error")).message()).isEqualTo("Not Found");
    }

    @Test
    void takesTheTitleOfAPage() {
        String page = "<!DOCTYPE html><html><head><title>\n Sign In </title></head><script>secrets()</script></html>";

        assertThat(ErrorBody.of(reply("text/html", page), PATHS))
                .isEqualTo(new ErrorBody("Sign In", "", ErrorBody.Form.PAGE));
        assertThat(ErrorBody.of(reply("", "<html>"), PATHS)).isEqualTo(new ErrorBody("", "", ErrorBody.Form.PAGE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"The service is unavailable.", "{\"message\":\"cut o", "{]", "{} {}"})
    void takesWhatIsNoJsonAsText(String body) {
        assertThat(ErrorBody.of(reply("text/plain", body), PATHS))
                .isEqualTo(new ErrorBody(body, "", ErrorBody.Form.TEXT));
    }

    @Test
    void copesWithNothingAndWithTooMuch() {
        assertThat(ErrorBody.of(reply("", " "), PATHS)).isEqualTo(ErrorBody.NONE);
        assertThat(ErrorBody.of(reply("", "[".repeat(100_000)), PATHS).message())
                .hasSize(500)
                .endsWith("…");
        assertThat(ErrorBody.of(reply("", "a\u001b]52;\n\n b"), PATHS).message())
                .isEqualTo("a␛]52; b");
    }

    private static Response reply(String contentType, String body) {
        return new Response(400, Map.of("content-type", List.of(contentType)), body, false, "");
    }
}
