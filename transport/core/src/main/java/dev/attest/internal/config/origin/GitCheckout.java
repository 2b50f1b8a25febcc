package dev.attest.internal.config.origin;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The checkout of Git that a folder is part of, read without Git:
 *
 * <pre>
 * .git/HEAD                    ref: refs/heads/main
 * .git/refs/heads/main         9f3c2a7d...
 * .git/packed-refs             9f3c2a7d... refs/heads/main
 *
 * .git                         gitdir: /src/shop/.git/worktrees/fix       in a worktree, and in a submodule
 * .../worktrees/fix/commondir  ../..                                      where the refs of a worktree are
 * </pre>
 *
 * @param folder root of the checkout
 * @param branch empty if HEAD is on none
 * @param commit hash; empty before the first commit, and where the refs are stored otherwise
 */
record GitCheckout(Path folder, String branch, String commit) {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");
    private static final Pattern REF = Pattern.compile("ref: *(refs/[^\\s\\p{Cntrl}]+)");
    private static final String HEADS = "refs/heads/";
    private static final int LONGEST_LINE = 4096;
    private static final int LONGEST_PACKED = 4 << 20;
    private static final int DEPTH = 40;

    /** Returns the checkout; null if there is none. Looks at some small files only. */
    static @Nullable GitCheckout of(Path start) {
        try {
            Path folder = start.toAbsolutePath().normalize();
            for (int depth = 0; folder != null && depth < DEPTH; depth++, folder = folder.getParent()) {
                Path git = gitFolder(folder);
                if (git != null) {
                    return of(folder, git);
                }
            }
        } catch (InvalidPathException | SecurityException e) {
            // A link of Git that makes no sense: the run is shown without its commit.
        }
        return null;
    }

    private static GitCheckout of(Path folder, Path git) {
        String head = line(git.resolve("HEAD"));
        Matcher ref = REF.matcher(head);
        if (!ref.matches()) {
            return new GitCheckout(folder, "", hash(head));
        }
        String name = ref.group(1);
        boolean isBranch = name.startsWith(HEADS) && !name.endsWith("/.invalid");
        return new GitCheckout(folder, isBranch ? name.substring(HEADS.length()) : "", commit(git, name));
    }

    private static @Nullable Path gitFolder(Path folder) {
        Path git = folder.resolve(".git");
        if (Files.isDirectory(git)) {
            return git;
        }
        String link = line(git);
        Path linked = link.startsWith("gitdir:")
                ? folder.resolve(link.substring("gitdir:".length()).strip())
                : null;
        return linked != null && Files.isDirectory(linked) ? linked : null;
    }

    private static String commit(Path git, String name) {
        if (name.contains("..")) {
            return "";
        }
        String common = line(git.resolve("commondir"));
        Path refs = common.isEmpty() ? git : git.resolve(common);
        String loose = hash(line(refs.resolve(name)));
        return loose.isEmpty() ? packed(refs.resolve("packed-refs"), name) : loose;
    }

    private static String packed(Path file, String name) {
        String all = SmallFile.head(file, LONGEST_PACKED);
        int at = all.indexOf(" " + name + "\n");
        return at < 0 ? "" : hash(all.substring(all.lastIndexOf('\n', at) + 1, at));
    }

    private static String line(Path file) {
        return SmallFile.head(file, LONGEST_LINE).lines().findFirst().orElse("").strip();
    }

    private static String hash(String text) {
        return HASH.matcher(text).matches() ? text : "";
    }
}
