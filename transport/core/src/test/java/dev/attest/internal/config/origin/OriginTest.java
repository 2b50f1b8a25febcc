package dev.attest.internal.config.origin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class OriginTest {

    private static final String COMMIT = "1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d";

    @TempDir
    Path home;

    @Test
    void tellsThreeCheckoutsOfOneProjectApart() throws IOException {
        List<String> shown = List.of(
                laptop(checkout("shop", "main")).description(),
                laptop(checkout("review/shop", "main")).description(),
                laptop(checkout("fix/shop", "fix")).description());

        assertThat(shown)
                .containsExactly(
                        "checkout ~/shop, branch main, commit 1a2b3c4d, user ann",
                        "checkout ~/review/shop, branch main, commit 1a2b3c4d, user ann",
                        "checkout ~/fix/shop, branch fix, commit 1a2b3c4d, user ann");
    }

    @Test
    void tellsTheFolderWhereThereIsNoCheckout() throws IOException {
        Path folder = Files.createDirectories(home.resolve("shop"));

        assertThat(laptop(folder).description()).isEqualTo("checkout ~/shop, user ann");
    }

    @Test
    void tellsSystemAndJdk() {
        assertThat(laptop(home).platform()).isEqualTo("Linux amd64");
        assertThat(laptop(home).runtime()).isEqualTo("JDK 17");
    }

    /** A system that has no variable for it, as TeamCity for its default branch. */
    @Test
    void asksTheCheckoutForWhatTheCiSystemDoesNotTell() throws IOException {
        Map<String, String> variables = Jobs.JENKINS.variables(home);
        variables.keySet().removeAll(List.of("BRANCH_NAME", "GIT_COMMIT"));

        Origin origin = Origin.of(CiJob.of(variables), checkout("shop", "release"), Map.of("user.name", "agent"));

        assertThat(origin.branch()).isEqualTo("release");
        assertThat(origin.commit()).isEqualTo(COMMIT);
        assertThat(origin.user()).as("not that of the agent").isEmpty();
    }

    private Origin laptop(Path folder) {
        return Origin.of(
                null,
                folder,
                Map.of(
                        "user.home", home.toString(),
                        "user.name", "ann",
                        "os.name", "Linux",
                        "os.arch", "amd64",
                        "java.specification.version", "17"));
    }

    private Path checkout(String name, String branch) throws IOException {
        Path git = Files.createDirectories(home.resolve(name).resolve(".git/refs/heads"));
        Files.writeString(home.resolve(name).resolve(".git/HEAD"), "ref: refs/heads/" + branch + "\n");
        Files.writeString(git.resolve(branch), COMMIT);
        return home.resolve(name);
    }
}
