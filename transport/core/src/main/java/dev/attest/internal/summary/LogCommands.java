package dev.attest.internal.summary;

import dev.attest.internal.text.LogText;
import java.util.Map;

/**
 * Commands that a build system reads from the log of a build.
 *
 * @see <a href="https://learn.microsoft.com/azure/devops/pipelines/scripts/logging-commands">Azure Pipelines</a>
 * @see <a href="https://docs.github.com/actions/reference/workflow-commands-for-github-actions">GitHub Actions</a>
 */
enum LogCommands {
    /** No build system that reads any. */
    NONE {
        @Override
        String annotation(boolean error, NamedTest test, String message) {
            return "";
        }

        @Override
        String annotation(boolean error, String message) {
            return "";
        }
    },
    AZURE {
        @Override
        String annotation(boolean error, NamedTest test, String message) {
            String place = test.isLocated()
                    ? "sourcepath=" + property(test.file()) + ";linenumber=" + test.line() + ";columnnumber=1;"
                    : "";
            return "##vso[task.logissue type=" + (error ? "error" : "warning") + ";" + place + "]" + value(message);
        }

        @Override
        String annotation(boolean error, String message) {
            return "##vso[task.logissue type=" + (error ? "error" : "warning") + ";]" + value(message);
        }

        @Override
        String upload(String file) {
            return "##vso[task.uploadsummary]" + value(file);
        }

        private String value(String text) {
            return LogText.onOneLine(text.replace("%", "%AZP25"));
        }

        private String property(String text) {
            return value(text).replace(";", "%3B").replace("]", "%5D");
        }
    },
    GITHUB {
        @Override
        String annotation(boolean error, NamedTest test, String message) {
            String place = test.isLocated() ? " file=" + property(test.file()) + ",line=" + test.line() : "";
            return (error ? "::error" : "::warning") + place + "::" + value(message);
        }

        @Override
        String annotation(boolean error, String message) {
            return (error ? "::error::" : "::warning::") + value(message);
        }

        private String value(String text) {
            return LogText.onOneLine(text.replace("%", "%25"));
        }

        private String property(String text) {
            return value(text).replace(":", "%3A").replace(",", "%2C");
        }
    };

    /** Returns the commands of the build system that started a process with these variables. */
    static LogCommands of(Map<String, String> environment) {
        if (environment.containsKey("TF_BUILD")) {
            return AZURE;
        }
        return "true".equalsIgnoreCase(environment.getOrDefault("GITHUB_ACTIONS", "")) ? GITHUB : NONE;
    }

    /** Returns the line that marks the source of a test; empty if there is no such command. */
    abstract String annotation(boolean error, NamedTest test, String message);

    /** Returns the line that shows a Markdown file on the page of the build; empty if there is no such command. */
    String upload(String file) {
        return "";
    }

    /** Returns a line that is not about one place; empty if there is no such command. */
    abstract String annotation(boolean error, String message);
}
