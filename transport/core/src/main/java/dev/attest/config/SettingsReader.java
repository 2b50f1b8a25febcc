package dev.attest.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the settings once, from the strongest source to the weakest. */
final class SettingsReader {

    private static final String BUILD = "build";
    private static final String JVM = "jvm";
    private static final Duration DEFAULT_END_TIMEOUT = Duration.ofSeconds(20);

    private final Sources sources;
    private final Warnings warnings = new Warnings();
    private final List<Layer> layers;
    private final Reading reading;

    SettingsReader(Sources sources) {
        this.sources = sources;
        this.layers = List.of(
                new Layer(Source.SYSTEM_PROPERTY, sources.systemProperties()),
                new Layer(Source.ENVIRONMENT, sources.environment()),
                new Layer(Source.FRAMEWORK_PARAMETER, sources.frameworkParameters()),
                PropertiesFile.read(sources.propertiesFiles(), warnings),
                new Layer(Source.PIPELINE, sources.environment()));
        this.reading = new Reading(new Lookup(layers, warnings), warnings);
    }

    Settings read() {
        var enabled = reading.value(Key.ENABLED, true, "default", Converters::flag);
        var pipeline = PipelineSettings.of(sources.environment());
        var inPipeline = pipeline != null || sources.environment().containsKey("TF_BUILD");
        var network = new NetworkReader(reading, sources.workingDirectory()).read();
        var azureReader = new AzureReader(reading, sources.workingDirectory(), inPipeline);
        var azure = azureReader.read(network);
        var qaCompleteReader = new QaCompleteReader(reading, sources.workingDirectory());
        var qaComplete = qaCompleteReader.read(network);
        var incomplete = new TreeSet<String>();
        if (azure == null && azureReader.requested()) {
            incomplete.add("azure");
        }
        if (qaComplete == null && qaCompleteReader.requested()) {
            incomplete.add("qacomplete");
        }
        var requested =
                azure != null || qaComplete != null || !incomplete.isEmpty() || reading.find(Key.JOURNAL_DIR) != null;
        var build = enabled && requested ? build() : Optional.<BuildProcess>empty();
        var root = build.map(BuildProcess::root).orElse(sources.workingDirectory());
        var output = reading.value(Key.OUTPUT, When.FAILED, "default", Converters::when);
        var screenshot = new ScreenshotSettings(
                reading.value(Key.SCREENSHOT, When.FAILED, "default", Converters::when),
                reading.value(Key.PAGE_SOURCE, true, "default", Converters::flag),
                reading.value(Key.BROWSER_CONSOLE, true, "default", Converters::flag),
                reading.value(Key.SCREENSHOT_SESSIONS, false, "default", Converters::flag));
        var testCases = reading.value(
                Key.AZURE_TEST_CASE_PATTERN,
                Key.AZURE_TEST_CASE_PATTERN.defaultText(),
                "default",
                Converters::testCasePattern);
        var attachmentTypes = reading.value(Key.ATTACHMENT_TYPES, "", "not set", Function.identity());
        var mask = reading.value(Key.MASK, Converters::pattern);
        var journalDir = journalDir(root);
        var maskVariables = reading.value(Key.MASK_VARIABLES, "", "not set", Function.identity());
        var endTimeout = reading.value(Key.END_TIMEOUT, DEFAULT_END_TIMEOUT, "default", TimeSpan::parse);
        var runScope = runScope(pipeline, build);
        var runTitle = runTitle(pipeline, runScope.equals(RunScope.JVM) ? sources.workingDirectory() : root);
        layers.stream()
                .filter(layer -> layer.source() != Source.PIPELINE)
                .forEach(layer -> UnknownKeys.report(layer, warnings));

        return new Settings(
                enabled,
                requested,
                azure,
                qaComplete,
                incomplete,
                pipeline,
                runTitle,
                runScope,
                output,
                screenshot,
                testCases.equalsIgnoreCase(Converters.NONE) ? null : Converters.pattern(testCases),
                attachmentTypes,
                mask,
                Converters.names(maskVariables),
                journalDir,
                endTimeout,
                reading.provenance(),
                warnings.toList());
    }

    private Optional<BuildProcess> build() {
        return BuildProcess.of(sources.ancestry().get(), sources.systemProperties(), sources.workingDirectory());
    }

    private String runTitle(@Nullable PipelineSettings pipeline, Path root) {
        var folder = root.toAbsolutePath().normalize().getFileName();
        var project = folder == null ? "tests" : folder.toString();
        var title = pipeline == null ? project : pipeline.title(project);
        return reading.value(Key.AZURE_RUN_TITLE, Converters.title(title), byDefault(pipeline), Converters::title);
    }

    private RunScope runScope(@Nullable PipelineSettings pipeline, Optional<BuildProcess> build) {
        var set = reading.value(Key.RUN_SCOPE, BUILD, byDefault(pipeline), Converters::runScope);
        return switch (set) {
            case JVM -> RunScope.JVM;
            case BUILD ->
                pipeline == null
                        ? build.map(BuildProcess::scope).orElse(RunScope.JVM)
                        : new RunScope(pipeline.key(), true, pipeline.slices() > 1);
            default ->
                pipeline == null
                        ? new RunScope(set, true, false)
                        : new RunScope(set + "-" + pipeline.buildId(), true, true);
        };
    }

    private Path journalDir(Path root) {
        var byDefault = JournalFolder.byDefault(root, sources.systemProperties());
        return reading.value(
                Key.JOURNAL_DIR, byDefault, "default", text -> JournalFolder.parse(sources.workingDirectory(), text));
    }

    private static String byDefault(@Nullable PipelineSettings pipeline) {
        return pipeline == null ? "default" : "default, from " + Source.PIPELINE.title() + " BUILD_BUILDID";
    }
}
