package dev.attest.internal.config.origin;

import dev.attest.internal.text.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Where a run comes from, for people. Each text is on one line, and empty if it is not known.
 *
 * @param system name of the CI system; empty outside of one
 * @param job project and job in this system
 * @param build number of the build, with its attempt if it is a later one
 * @param link address of the build
 * @param folder of the checkout, {@code ~} for the folder of the user; empty in a CI system, where all have the same
 * @param change number of the pull request
 * @param commit hash, or another revision
 * @param user who started the build; outside of a CI system, the user of the machine
 * @param platform such as {@code Linux amd64}
 * @param runtime such as {@code JDK 17}
 */
public record Origin(
        String system,
        String job,
        String build,
        String link,
        String folder,
        String change,
        String branch,
        String commit,
        String user,
        String platform,
        String runtime) {

    public static final Origin UNKNOWN = new Origin("", "", "", "", "", "", "", "", "", "", "");

    private static final int SHORT_HASH = 8;
    private static final int LONGEST_TEXT = 100;
    private static final String A_HASH = "[0-9a-f]{40}|[0-9a-f]{64}";

    /**
     * Returns the origin of a run.
     *
     * @param job null outside of a CI system
     * @param root folder of the build
     */
    public static Origin of(@Nullable CiJob job, Path root, Map<String, String> systemProperties) {
        GitCheckout git = GitCheckout.of(root);
        String branch = git == null ? "" : git.branch();
        String commit = git == null ? "" : git.commit();
        String platform = join(" ", property("os.name", systemProperties), property("os.arch", systemProperties));
        String version = property("java.specification.version", systemProperties);
        String runtime = version.isEmpty() ? "" : "JDK " + version;
        if (job == null) {
            Path folder = git == null ? root : git.folder();
            return new Origin(
                    "",
                    "",
                    "",
                    "",
                    shown(folder, systemProperties),
                    "",
                    text(branch),
                    commit,
                    property("user.name", systemProperties),
                    platform,
                    runtime);
        }
        return new Origin(
                job.system().title(),
                job.name(),
                job.attempt() == 1 || job.number().isEmpty()
                        ? job.number()
                        : job.number() + ", attempt " + job.attempt(),
                job.link(),
                "",
                job.change(),
                job.branch().isEmpty() ? text(branch) : job.branch(),
                job.commit().isEmpty() ? commit : job.commit(),
                job.user(),
                platform,
                runtime);
    }

    /** Returns whether any text is known. Without the method handles of a record, which each run would wait for. */
    public boolean isKnown() {
        String all = system + job + build + link + folder + change + branch + commit + user + platform + runtime;
        return !all.isEmpty();
    }

    /** Returns a copy each text of which was changed. */
    public Origin with(UnaryOperator<String> change) {
        return new Origin(
                change.apply(system),
                change.apply(job),
                change.apply(build),
                change.apply(link),
                change.apply(folder),
                change.apply(this.change),
                change.apply(branch),
                change.apply(commit),
                change.apply(user),
                change.apply(platform),
                change.apply(runtime));
    }

    /**
     * Returns one line, such as {@code build 4711 of shop/CI/verify (GitHub Actions), branch main, commit 1a2b3c4d,
     * https://..., started by ann}, or {@code checkout ~/shop, branch main, commit 1a2b3c4d, user ann}; empty if
     * nothing is known.
     */
    public String description() {
        List<String> parts = new ArrayList<>();
        parts.add(system.isEmpty() ? named("checkout ", folder) : place());
        parts.add(named("pull request ", change));
        parts.add(named("branch ", branch));
        parts.add(named("commit ", commit.matches(A_HASH) ? commit.substring(0, SHORT_HASH) : commit));
        parts.add(link);
        parts.add(named(system.isEmpty() ? "user " : "started by ", user));
        return join(", ", parts.toArray(new String[0]));
    }

    private String place() {
        String number = build.isEmpty() ? "a build" : "build " + build;
        return number + (job.isEmpty() ? "" : (build.contains(",") ? ", of " : " of ") + job) + " (" + system + ")";
    }

    private static String shown(Path folder, Map<String, String> systemProperties) {
        String home = systemProperties.getOrDefault("user.home", "");
        Path absolute = folder.toAbsolutePath().normalize();
        boolean below =
                !home.isBlank() && absolute.startsWith(absolute.getFileSystem().getPath(home));
        return text(below ? "~/" + absolute.getFileSystem().getPath(home).relativize(absolute) : absolute.toString());
    }

    private static String named(String kind, String value) {
        return value.isEmpty() ? "" : kind + value;
    }

    private static String join(String separator, String... parts) {
        List<String> known = new ArrayList<>();
        for (String part : parts) {
            if (!part.isEmpty()) {
                known.add(part);
            }
        }
        return String.join(separator, known);
    }

    private static String property(String name, Map<String, String> systemProperties) {
        return text(systemProperties.getOrDefault(name, ""));
    }

    private static String text(String value) {
        return Texts.line(value, LONGEST_TEXT);
    }
}
