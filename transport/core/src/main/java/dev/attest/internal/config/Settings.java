package dev.attest.internal.config;

import dev.attest.When;
import dev.attest.internal.config.origin.Origin;
import dev.attest.internal.config.setting.AnnotationLevel;
import dev.attest.internal.config.setting.CommonKeys;
import dev.attest.internal.config.setting.ConsoleStyle;
import dev.attest.internal.config.setting.Key;
import dev.attest.internal.config.setting.Keys;
import dev.attest.internal.config.setting.RunScope;
import dev.attest.internal.quarantine.KnownFailures;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the user, read once. The strongest source wins: system property, environment, framework parameter,
 * attest.properties, variable of Azure Pipelines, default. A value that is not usable is ignored with a warning;
 * reading never fails. Neither {@code toString}, nor a value, nor a warning shows a secret.
 *
 * @param enabled whether Attest does anything; true by default
 * @param requested whether there is a destination, or the user named a part of one, or set {@code attest.journal.dir}
 * @param azure the destination in Azure DevOps; null if it is incomplete
 * @param qaComplete the destination in QAComplete; null if it is incomplete
 * @param incomplete names of the destinations of which the user set a part, and whose settings are incomplete
 * @param notices sentences about destinations that the project names and this machine has no secret for, so that it
 *     publishes nothing to them
 * @param pipeline the job of Azure Pipelines in which the tests run; null if they run elsewhere
 * @param origin where the run comes from; unknown if nothing is recorded
 * @param runTitle title of the test run, from 1 to 256 characters; the job or the working directory by default
 * @param runScope the JVMs that share one run; by default those of one build
 * @param testCasePattern finds test cases in the name of a test by its first group; null to ignore names
 * @param attachmentTypes rules for the types of files by their names, as the user wrote them; empty for none
 * @param mask further text to mask; null for none
 * @param maskVariables names of further variables and properties whose values are masked
 * @param markRoots absolute folders whose files lines {@code [[ATTACHMENT|path]]} may name; they may not exist
 * @param journalDir absolute folder of the journal; it may not exist yet
 * @param known failures that a file of the project calls known
 * @param console what is printed for people
 * @param values every setting with its value and where it comes from, in the order of {@link Keys#all()}
 * @param problems settings that are unknown or not usable; their messages are among the warnings
 * @param warnings messages of one line each, in an order that depends only on the settings
 */
public record Settings(
        boolean enabled,
        boolean requested,
        @Nullable AzureSettings azure,
        @Nullable QaCompleteSettings qaComplete,
        Set<String> incomplete,
        List<String> notices,
        @Nullable PipelineSettings pipeline,
        Origin origin,
        String runTitle,
        RunScope runScope,
        When output,
        ScreenshotSettings screenshot,
        @Nullable Pattern testCasePattern,
        String attachmentTypes,
        @Nullable Pattern mask,
        List<Pattern> maskVariables,
        List<Path> markRoots,
        Path journalDir,
        Duration endTimeout,
        AnnotationLevel annotations,
        KnownFailures known,
        ConsoleStyle console,
        List<SettingValue> values,
        List<SettingProblem> problems,
        List<String> warnings) {

    public Settings {
        incomplete = Set.copyOf(incomplete);
        notices = List.copyOf(notices);
        maskVariables = List.copyOf(maskVariables);
        markRoots = List.copyOf(markRoots);
        values = List.copyOf(values);
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
    }

    /** Returns the settings of this process and of the parameters of the test framework. */
    public static Settings read(Map<String, String> frameworkParameters) {
        return read(Sources.ofProcess(frameworkParameters));
    }

    public static Settings read(Sources sources) {
        return new SettingsReader(sources).read();
    }

    /** Returns the value of a setting, and where it comes from. */
    public SettingValue value(Key<?> key) {
        return values.get(Keys.all().indexOf(key));
    }

    /** Returns the warnings that are logged. A user who has switched Attest off is not warned of anything else. */
    public List<String> toLog() {
        return enabled
                ? warnings
                : problems.stream()
                        .filter(problem -> CommonKeys.ENABLED.equals(problem.key()))
                        .map(SettingProblem::message)
                        .toList();
    }

    /** Returns whether results are recorded. They wait on disk as long as there is no destination. */
    public boolean active() {
        return enabled && requested;
    }
}
