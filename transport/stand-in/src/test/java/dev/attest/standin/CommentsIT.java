package dev.attest.standin;

import dev.attest.standin.Client.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CommentsIT {

    private final StandIn server = StandIn.start();
    private final WorkItems items = WorkItems.of(server).speaking("7.1-preview.3");
    private final String path = "workitems/" + items.bug("a") + "/comments";

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void addsAComment() {
        var comment = send("POST", path, "first").json();

        assertThat(comment.get("text").asText()).isEqualTo("first");
        assertThat(items.get(path + "/" + comment.get("id")).json()).isEqualTo(comment);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void listsCommentsInEitherOrderAndPageByPage() {
        var first = send("POST", path, "first").json().get("id");
        send("POST", path, "second");
        send("POST", path, "third");

        var page = items.get(path + "?$top=2&order=1").json();

        assertThat(page.findValuesAsText("text")).containsExactly("first", "second");
        assertThat(items.get(path + "?order=asc&continuationToken="
                                + page.get("continuationToken").asText())
                        .json()
                        .findValuesAsText("text"))
                .containsExactly("third");
        assertThat(items.get(path).json().findValuesAsText("text")).containsExactly("third", "second", "first");
        assertThat(items.get(path + "?ids=" + first).json().findValuesAsText("text"))
                .containsExactly("first");
    }

    @Test
    void changesAComment() {
        var one = path + "/" + send("POST", path, "first").json().get("id");

        var changed = send("PATCH", one, "better").json();

        assertThat(changed.get("text").asText()).isEqualTo("better");
        assertThat(changed.get("version").asInt()).isEqualTo(2);
        assertThat(items.get(one).json()).isEqualTo(changed);
    }

    @Test
    void deletesAComment() {
        var one = path + "/" + send("POST", path, "first").json().get("id");

        var reply = items.json("DELETE", one, "application/json", "");

        assertThat(reply.status()).isEqualTo(204);
        assertThat(items.get(one).refusal()).isEqualTo("404 CommentNotFoundException");
        assertThat(items.get(path).json().get("totalCount").asInt()).isZero();
        assertThat(items.get(path + "?includeDeleted=true").json().get("comments"))
                .hasSize(1);
        assertThat(count()).isZero();
    }

    @Test
    void takesNoCommentWithoutText() {
        assertThat(send("POST", path, " ").refusal()).isEqualTo("400 InvalidPropertyException");
    }

    private int count() {
        return items.get(path.replace("/comments", ""))
                .json()
                .at("/fields/System.CommentCount")
                .asInt();
    }

    private Reply send(String method, String where, String text) {
        return items.json(method, where, "application/json", "{\"text\":\"" + text + "\"}");
    }
}
