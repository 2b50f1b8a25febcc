package dev.attest.internal.config;

import dev.attest.internal.config.origin.CiJob;
import dev.attest.internal.config.origin.CiSystem;
import dev.attest.internal.config.origin.Origin;
import dev.attest.internal.config.setting.AzureKeys;
import dev.attest.internal.config.setting.CommonKeys;
import dev.attest.internal.config.setting.Key;
import dev.attest.internal.config.setting.QaCompleteKeys;
import dev.attest.internal.config.setting.RunScope;
import dev.attest.internal.config.setting.ValueTypes;
import dev.attest.internal.quarantine.KnownFailures;
import dev.attest.internal.text.Glob;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the settings once, from the strongest source to the weakest. */
final class SettingsReader {

    private static final String JVM = "jvm";
    private final Sources sources;
    private final Warnings warnings = new Warnings();
    private final ValueReader values;
    private final @Nullable PipelineSettings pipeline;

    SettingsReader(Sources sources) {
        this.sources = sources;
        this.pipeline = PipelineSettings.of(sources.environment());
        List<SourceValues> layers = List.of(
                new SourceValues(SourceKind.SYSTEM_PROPERTY, sources.systemProperties()),
                new SourceValues(SourceKind.ENVIRONMENT, sources.environment()),
                new SourceValues(SourceKind.FRAMEWORK_PARAMETER, sources.frameworkParameters()),
                PropertiesFile.read(sources.propertiesFiles(), warnings),
                new SourceValues(SourceKind.PIPELINE, sources.environment()));
        this.values = new ValueReader(layers, sources.workingDirectory(), warnings);
        for (var layer : layers) {
            UnknownKeys.report(layer, warnings);
        }
    }

    Settings read() {
        var network = NetworkSettings.read(values);
        var inPipeline = pipeline != null || sources.environment().containsKey("TF_BUILD");
        // Where nobody looks, a warning says what is missing, and the results are kept.
        var mayStayHere = !inPipeline && !CiSystem.isCi(sources.environment()) && !values.isSet(CommonKeys.JOURNAL_DIR);
        var azureReader = new AzureReader(
                values, inPipeline, mayStayHere && isUntold(AzureKeys.TOKEN) && isUntold(AzureKeys.TOKEN_FILE));
        var azure = withHistory(azureReader.read(network));
        var qaCompleteReader = new QaCompleteReader(
                values, mayStayHere && isUntold(QaCompleteKeys.PASSWORD) && isUntold(QaCompleteKeys.PASSWORD_FILE));
        var qaComplete = qaCompleteReader.read(network);
        var incomplete = new TreeSet<String>();
        var notices = new ArrayList<>(List.of(azureReader.notice(), qaCompleteReader.notice()));
        notices.removeIf(String::isEmpty);
        if (azure == null && azureReader.isRequested() && azureReader.notice().isEmpty()) {
            incomplete.add("azure");
        }
        if (qaComplete == null
                && qaCompleteReader.isRequested()
                && qaCompleteReader.notice().isEmpty()) {
            incomplete.add("qacomplete");
        }
        var enabled = values.getOr(CommonKeys.ENABLED, false, "switched off");
        var requested =
                azure != null || qaComplete != null || !incomplete.isEmpty() || values.isSet(CommonKeys.JOURNAL_DIR);
        var active = enabled && requested;
        var build = active ? build() : null;
        var job = active ? CiJob.of(sources.environment()) : null;
        var root = build == null ? sources.workingDirectory() : build.root();
        var runScope = runScope(build, job);
        return new Settings(
                enabled,
                requested,
                azure,
                qaComplete,
                incomplete,
                notices,
                pipeline,
                active ? Origin.of(job, root, sources.systemProperties()) : Origin.UNKNOWN,
                runTitle(runScope.key().isEmpty() ? sources.workingDirectory() : root, job),
                runScope,
                values.get(CommonKeys.OUTPUT),
                screenshot(),
                testCasePattern(),
                values.orElse(CommonKeys.ATTACHMENT_TYPES, ""),
                mask(),
                maskVariables(),
                MarkRoots.of(values.orElse(CommonKeys.MARK_ROOTS, List.of()), root, sources),
                journalDir(root),
                values.get(CommonKeys.END_TIMEOUT),
                values.get(CommonKeys.ANNOTATIONS),
                knownFailures(root),
                values.get(CommonKeys.CONSOLE),
                values.values(),
                warnings.problems(),
                warnings.toList());
    }

    private @Nullable AzureSettings withHistory(@Nullable AzureSettings azure) {
        var days = values.get(CommonKeys.HISTORY_DAYS);
        var marks = values.get(AzureKeys.FLAKY_MARKS);
        return azure == null ? null : azure.with(HistorySettings.of(days, marks, pipeline, sources.environment()));
    }

    /**
     * Returns false if somebody meant to set it for this JVM, though perhaps to nothing, or by a macro of no pipeline.
     */
    private boolean isUntold(Key<?> key) {
        return !sources.environment().containsKey(key.environmentName())
                && !sources.systemProperties().containsKey(key.property());
    }

    private @Nullable BuildProcess build() {
        return BuildProcess.of(sources.ancestry(), sources.systemProperties(), sources.workingDirectory());
    }

    private ScreenshotSettings screenshot() {
        return new ScreenshotSettings(
                values.get(CommonKeys.SCREENSHOT),
                values.get(CommonKeys.PAGE_SOURCE),
                values.get(CommonKeys.BROWSER_CONSOLE),
                values.get(CommonKeys.SCREENSHOT_SESSIONS),
                values.get(CommonKeys.SCREENSHOT_BEFORE_QUIT),
                values.get(CommonKeys.SCREENSHOT_TIMEOUT));
    }

    private @Nullable Pattern testCasePattern() {
        var pattern = values.get(AzureKeys.TEST_CASE_PATTERN);
        return pattern.equalsIgnoreCase(ValueTypes.NONE) ? null : Pattern.compile(pattern);
    }

    private @Nullable Pattern mask() {
        var pattern = values.find(CommonKeys.MASK, "Until it is, all text of tests is masked.");
        return values.isRefused(CommonKeys.MASK) ? Pattern.compile("(?s).+") : pattern;
    }

    private List<Pattern> maskVariables() {
        var patterns = new ArrayList<Pattern>();
        for (var glob : values.orElse(CommonKeys.MASK_VARIABLES, List.of())) {
            patterns.add(Glob.compile(glob));
        }
        return patterns;
    }

    private String runTitle(Path root, @Nullable CiJob job) {
        var folder = root.toAbsolutePath().normalize().getFileName();
        var project = folder == null ? "tests" : folder.toString();
        var title = pipeline != null ? pipeline.title(project) : job != null ? job.title(project) : project;
        return values.get(AzureKeys.RUN_TITLE, ValueTypes.title(title), defaultOrigin(job));
    }

    /** The file is of the module, or of the whole build. */
    private KnownFailures knownFailures(Path root) {
        var found = values.isAbsent(CommonKeys.QUARANTINE_FILE)
                ? null
                : values.read(
                        CommonKeys.QUARANTINE_FILE,
                        "Failures of all tests count.",
                        file -> KnownFailures.read(inBuild(file, root), LocalDate.now(ZoneId.systemDefault())));
        if (found == null) {
            return KnownFailures.NONE;
        }
        found.problems().forEach(values::warn);
        return found;
    }

    private Path inBuild(Path file, Path root) {
        var here = sources.workingDirectory().toAbsolutePath().normalize();
        return Files.exists(file) || !file.startsWith(here) ? file : root.resolve(here.relativize(file));
    }

    private RunScope runScope(@Nullable BuildProcess build, @Nullable CiJob job) {
        var scope = values.get(CommonKeys.RUN_SCOPE, RunScope.OF_BUILD, defaultOrigin(job));
        return switch (scope) {
            case JVM -> RunScope.JVM;
            case RunScope.OF_BUILD -> {
                if (pipeline != null) {
                    yield new RunScope(pipeline.key(), true, pipeline.slices() > 1);
                }
                if (job != null && job.isKeyed()) {
                    yield new RunScope(job.key(), true, job.acrossHosts());
                }
                yield build == null ? RunScope.JVM : build.scope();
            }
            default -> {
                if (pipeline != null) {
                    yield new RunScope(scope + "-" + pipeline.scopeId(), true, true);
                }
                yield job != null && !job.buildKey().isEmpty()
                        ? new RunScope(scope + "-" + job.buildKey(), true, true)
                        : new RunScope(scope, true, false);
            }
        };
    }

    private Path journalDir(Path root) {
        var defaultFolder = JournalsFolder.defaultFolder(root, sources.systemProperties());
        return values.folder(CommonKeys.JOURNAL_DIR, defaultFolder);
    }

    private String defaultOrigin(@Nullable CiJob job) {
        if (pipeline == null) {
            return job == null
                    ? "default"
                    : "default, from the variables of " + job.system().title();
        }
        String variable = pipeline.release() == null ? "BUILD_BUILDID" : "RELEASE_RELEASEURI";
        return "default, from " + SourceKind.PIPELINE.title() + " " + variable;
    }
}
