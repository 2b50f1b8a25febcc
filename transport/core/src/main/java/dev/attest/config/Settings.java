package dev.attest.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the user has set, read once. The strongest source wins: system property, environment, framework parameter,
 * attest.properties, variable of Azure Pipelines, default. A value that makes no sense is set aside with a warning;
 * reading never fails. Neither {@code toString}, nor a value, nor a warning shows a secret.
 *
 * @param enabled whether Attest may do anything; true by default. When false, not even the warnings should be logged
 * @param requested whether there is a destination, or the user named a part of one, or set {@code attest.journal.dir}
 * @param azure where in Azure DevOps to publish to; null where that is not known in full
 * @param qaComplete where in QAComplete to publish to; null where that is not known in full
 * @param incomplete names of the destinations that the user named a part of, and that cannot be published to yet
 * @param pipeline the job of Azure Pipelines that the tests run in; null outside of it
 * @param runTitle title of the test run, from 1 to 256 characters; the job or the working directory by default
 * @param runScope which JVMs share one run: those of one build by default
 * @param output for which attempts the console output is attached; for those that failed by default
 * @param screenshot what is kept of browsers
 * @param testCasePattern what of a test's name names test cases, its first group being their ids; null for nothing
 * @param attachmentTypes rules for what files are by their names, as the user wrote them; empty for none
 * @param mask what else to mask, besides what is named like a secret; null for nothing
 * @param maskVariables names of variables and properties whose values are masked, whatever they are called like
 * @param journalDir absolute folder of the journal; it may not exist yet
 * @param endTimeout how long the end of a run may wait for delivery, from 0 to 10 minutes; 20 seconds by default
 * @param values every setting with its value and where it comes from, in the order of {@link Keys#all()}
 * @param problems settings that have no effect because they are unknown or not usable; their messages are among the warnings
 * @param warnings what is wrong with the settings, one line each, in an order that only depends on the settings
 */
public record Settings(
        boolean enabled,
        boolean requested,
        @Nullable AzureSettings azure,
        @Nullable QaCompleteSettings qaComplete,
        Set<String> incomplete,
        @Nullable PipelineSettings pipeline,
        String runTitle,
        RunScope runScope,
        When output,
        ScreenshotSettings screenshot,
        @Nullable Pattern testCasePattern,
        String attachmentTypes,
        @Nullable Pattern mask,
        List<Pattern> maskVariables,
        Path journalDir,
        Duration endTimeout,
        List<SettingValue> values,
        List<SettingProblem> problems,
        List<String> warnings) {

    /** Copies the collections. */
    public Settings {
        incomplete = Set.copyOf(incomplete);
        maskVariables = List.copyOf(maskVariables);
        values = List.copyOf(values);
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
    }

    /** Returns the settings of this process, together with what the test framework was given as parameters. */
    public static Settings read(Map<String, String> frameworkParameters) {
        return read(Sources.ofProcess(frameworkParameters));
    }

    /** Returns the settings that the sources hold. */
    public static Settings read(Sources sources) {
        return new SettingsReader(sources).read();
    }

    /** Returns the value of a setting, and where it comes from. */
    public SettingValue value(Key<?> key) {
        return values.get(Keys.all().indexOf(key));
    }

    /** Returns whether results are recorded. They wait on disk while there is no destination. */
    public boolean active() {
        return enabled && requested;
    }
}
