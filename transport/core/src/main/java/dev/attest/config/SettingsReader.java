package dev.attest.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the settings once, from the strongest source to the weakest. */
final class SettingsReader {

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
        var azureReader = new AzureReader(reading, sources.workingDirectory(), inPipeline);
        var azure = azureReader.read();
        var runTitle = runTitle(pipeline);
        var output = reading.value(Key.OUTPUT, When.FAILED, "default", Converters::when);
        var screenshot = new ScreenshotSettings(
                reading.value(Key.SCREENSHOT, When.FAILED, "default", Converters::when),
                reading.value(Key.PAGE_SOURCE, true, "default", Converters::flag),
                reading.value(Key.BROWSER_CONSOLE, true, "default", Converters::flag));
        var mask = reading.value(Key.MASK, Converters::pattern);
        var journalDir = journalDir();
        var endTimeout = reading.value(Key.END_TIMEOUT, DEFAULT_END_TIMEOUT, "default", TimeSpan::parse);
        var runKey = runKey(pipeline);
        layers.stream()
                .filter(layer -> layer.source() != Source.PIPELINE)
                .forEach(layer -> UnknownKeys.report(layer, warnings));

        var requested = azure != null || azureReader.requested() || reading.find(Key.JOURNAL_DIR) != null;
        return new Settings(
                enabled,
                requested,
                azure,
                pipeline,
                runTitle,
                runKey,
                output,
                screenshot,
                mask,
                journalDir,
                endTimeout,
                reading.provenance(),
                warnings.toList());
    }

    private String runTitle(@Nullable PipelineSettings pipeline) {
        var folder = sources.workingDirectory().toAbsolutePath().normalize().getFileName();
        var module = folder == null ? "tests" : folder.toString();
        var title = pipeline == null ? module : pipeline.title(module);
        return reading.value(Key.AZURE_RUN_TITLE, Converters.title(title), byDefault(pipeline), Converters::title);
    }

    private String runKey(@Nullable PipelineSettings pipeline) {
        return reading.value(
                Key.RUN_KEY, pipeline == null ? "" : pipeline.key(), byDefault(pipeline), Converters::runKey);
    }

    private Path journalDir() {
        var byDefault = JournalFolder.byDefault(sources.workingDirectory(), sources.systemProperties());
        return reading.value(
                Key.JOURNAL_DIR, byDefault, "default", text -> JournalFolder.parse(sources.workingDirectory(), text));
    }

    private static String byDefault(@Nullable PipelineSettings pipeline) {
        return pipeline == null ? "default" : "default, from " + Source.PIPELINE.title() + " BUILD_BUILDID";
    }
}
