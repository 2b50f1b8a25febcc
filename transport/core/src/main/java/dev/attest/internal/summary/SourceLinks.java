package dev.attest.internal.summary;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Addresses of lines of source code at the repository of a build: GitHub, GitLab, and Azure Repos.
 *
 * @see <a href="https://learn.microsoft.com/azure/devops/pipelines/build/variables">variables of Azure Pipelines</a>
 */
record SourceLinks(Kind kind, String repository, String commit) {

    private enum Kind {
        NONE,
        GITHUB,
        GITLAB,
        AZURE
    }

    /** Returns the links of the build that has these variables. */
    static SourceLinks of(Map<String, String> environment) {
        String github = environment.getOrDefault("GITHUB_REPOSITORY", "");
        if (!github.isEmpty()) {
            String server = environment.getOrDefault("GITHUB_SERVER_URL", "https://github.com");
            return new SourceLinks(Kind.GITHUB, server + "/" + github, environment.getOrDefault("GITHUB_SHA", ""));
        }
        String gitlab = environment.getOrDefault("CI_PROJECT_URL", "");
        if (!gitlab.isEmpty()) {
            return new SourceLinks(Kind.GITLAB, gitlab, environment.getOrDefault("CI_COMMIT_SHA", ""));
        }
        String uri = environment.getOrDefault("BUILD_REPOSITORY_URI", "").replaceFirst("://[^/@]*@", "://");
        String commit = environment.getOrDefault("BUILD_SOURCEVERSION", "");
        return switch (environment.getOrDefault("BUILD_REPOSITORY_PROVIDER", "")) {
            case "TfsGit" -> new SourceLinks(Kind.AZURE, uri, commit);
            case "GitHub" -> new SourceLinks(Kind.GITHUB, uri.replaceFirst("\\.git$", ""), commit);
            default -> new SourceLinks(Kind.NONE, "", "");
        };
    }

    /** Returns the address of a line; empty if it is not known. */
    String of(String file, int line) {
        if (commit.isEmpty() || line == 0) {
            return "";
        }
        return switch (kind) {
            case NONE -> "";
            case GITHUB -> repository + "/blob/" + commit + "/" + path(file) + "#L" + line;
            case GITLAB -> repository + "/-/blob/" + commit + "/" + path(file) + "#L" + line;
            case AZURE ->
                repository + "?path=/" + path(file) + "&version=GC" + commit + "&line=" + line + "&lineEnd="
                        + (line + 1) + "&lineStartColumn=1&lineEndColumn=1";
        };
    }

    private static String path(String file) {
        return URLEncoder.encode(file, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/");
    }
}
