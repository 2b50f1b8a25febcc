package dev.attest.internal.config.origin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class GitCheckoutTest {

    private static final String COMMIT = "1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d";
    private static final String OTHER = "ffffffffffffffffffffffffffffffffffffffff";

    @TempDir
    Path temp;

    private Path shop;

    @BeforeEach
    void hasNoCheckoutYet() throws IOException {
        shop = Files.createDirectories(temp.resolve("shop"));
    }

    @Test
    void readsBranchAndCommitInAFolderBelow() throws IOException {
        write(".git/HEAD", "ref: refs/heads/feature/cart\n");
        write(".git/refs/heads/feature/cart", COMMIT + "\n");
        Path module = Files.createDirectories(shop.resolve("modules/cart"));

        assertThat(GitCheckout.of(module)).isEqualTo(new GitCheckout(shop, "feature/cart", COMMIT));
    }

    @Test
    void readsPackedRefs() throws IOException {
        write(".git/HEAD", "ref: refs/heads/main\n");
        write(
                ".git/packed-refs",
                "# pack-refs with: peeled fully-peeled sorted \n" + OTHER + " refs/heads/main-2\n" + OTHER
                        + " refs/remotes/refs/heads/main\n" + COMMIT + " refs/heads/main\n^" + OTHER + "\n");

        assertThat(checkout()).isEqualTo(new GitCheckout(shop, "main", COMMIT));
    }

    @Test
    void prefersTheLooseRefWhichIsNewer() throws IOException {
        write(".git/HEAD", "ref: refs/heads/main\n");
        write(".git/refs/heads/main", COMMIT + "\n");
        write(".git/packed-refs", OTHER + " refs/heads/main\n");

        assertThat(checkout().commit()).isEqualTo(COMMIT);
    }

    @Test
    void readsADetachedHead() throws IOException {
        write(".git/HEAD", COMMIT + "\n");

        assertThat(checkout()).isEqualTo(new GitCheckout(shop, "", COMMIT));
    }

    @Test
    void readsAWorktree() throws IOException {
        write(".git/HEAD", "ref: refs/heads/main\n");
        write(".git/refs/heads/fix", COMMIT + "\n");
        write(".git/worktrees/fix/HEAD", "ref: refs/heads/fix\n");
        write(".git/worktrees/fix/commondir", "../..\n");
        Path worktree = Files.createDirectories(temp.resolve("fix"));
        Files.writeString(worktree.resolve(".git"), "gitdir: " + shop.resolve(".git/worktrees/fix") + "\n");

        assertThat(GitCheckout.of(worktree)).isEqualTo(new GitCheckout(worktree, "fix", COMMIT));
    }

    @Test
    void readsASubmoduleWhoseLinkIsRelative() throws IOException {
        write(".git/modules/lib/HEAD", COMMIT);
        Path lib = Files.createDirectories(shop.resolve("lib"));
        Files.writeString(lib.resolve(".git"), "gitdir: ../.git/modules/lib");

        assertThat(GitCheckout.of(lib)).isEqualTo(new GitCheckout(lib, "", COMMIT));
    }

    @Test
    void hasNoCommitBeforeTheFirst() throws IOException {
        write(".git/HEAD", "ref: refs/heads/main\n");

        assertThat(checkout()).isEqualTo(new GitCheckout(shop, "main", ""));
    }

    /** The table of references is a file of another form, and HEAD names none of its branches. */
    @Test
    void hasNoBranchWhereRefsAreStoredInATable() throws IOException {
        write(".git/HEAD", "ref: refs/heads/.invalid\n");
        write(".git/reftable/tables.list", "x");

        assertThat(checkout()).isEqualTo(new GitCheckout(shop, "", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "ref: ",
                "ref: ../../secret",
                "ref: refs/heads/../../../secret",
                "ref: refs/heads/a\u0000b",
                "\u0000\u0001",
                "1a2b3c4d"
            })
    void showsNothingThatIsNoCommit(String head) throws IOException {
        write(".git/HEAD", head);
        Files.writeString(temp.resolve("secret"), COMMIT);

        assertThat(checkout().commit()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "gitdir:", "gitdir: nowhere", "gitdir: a\u0000b", "nonsense"})
    void isNoCheckoutIfItsLinkLeadsNowhere(String link) throws IOException {
        write(".git", link);

        GitCheckout found = GitCheckout.of(shop);

        assertThat(found == null
                        || !found.folder().equals(shop)
                        || found.commit().isEmpty())
                .isTrue();
    }

    @Test
    void readsTheHeadOfALargeFileOnly() throws IOException {
        write(".git/HEAD", "ref: refs/heads/main" + "x".repeat(1 << 20));

        assertThat(checkout().commit()).isEmpty();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there are no pipes in folders")
    void doesNotWaitForAPipe() throws IOException, InterruptedException {
        Files.createDirectories(shop.resolve(".git"));
        new ProcessBuilder("mkfifo", shop.resolve(".git/HEAD").toString())
                .start()
                .waitFor();

        assertThat(checkout()).isEqualTo(new GitCheckout(shop, "", ""));
    }

    private GitCheckout checkout() {
        return Objects.requireNonNull(GitCheckout.of(shop));
    }

    private void write(String file, String text) throws IOException {
        Path path = shop.resolve(file);
        Files.createDirectories(Objects.requireNonNull(path.getParent()));
        Files.writeString(path, text);
    }
}
