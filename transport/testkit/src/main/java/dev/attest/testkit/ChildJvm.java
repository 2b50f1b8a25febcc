package dev.attest.testkit;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A JVM that runs suites with Attest on its class path, and nothing of the stand-in. */
public final class ChildJvm {

    /** What a JVM left behind: its exit code and what it printed. */
    public record Ended(int exitCode, String out, String err) {

        /** Returns the line that counts the tests, the last one if there are several. */
        public String lastLine() {
            return lastLines().findFirst().orElse("");
        }

        /** Returns the lines at the end of a run that name what a service lacks; none if it has all that it takes. */
        public List<String> notPublished() {
            return lastLines()
                    .skip(1)
                    .filter(line -> NOT_PUBLISHED.matcher(line).find())
                    .toList();
        }

        /** Returns the lines of Attest from the last one on that counts tests. */
        private Stream<String> lastLines() {
            List<String> lines =
                    out.lines().filter(line -> line.startsWith("Attest: ")).toList();
            int last = lines.size() - 1;
            while (last >= 0 && !COUNTS.matcher(lines.get(last)).find()) {
                last--;
            }
            return last < 0 ? Stream.empty() : lines.subList(last, lines.size()).stream();
        }

        public long warnings() {
            return err.lines().filter(line -> line.startsWith("WARNING")).count();
        }
    }

    private static final Pattern COUNTS = Pattern.compile("^Attest: \\d+ tests?\\b");
    private static final Pattern NOT_PUBLISHED =
            Pattern.compile("^Attest: ((Azure DevOps|QAComplete): .*\\b(waits?|refused|lost|could not be completed)\\b"
                    + "|waiting items|refused items|\\d+ (result|attachment)s? .*\\b(waits?|lost)\\b)");

    private static final List<String> OF_OTHERS = List.of(
            "ATTEST_",
            "SYSTEM_",
            "BUILD_",
            "GITHUB_",
            "GITLAB_",
            "CI_",
            "BITBUCKET_",
            "CIRCLE",
            "TEAMCITY_",
            "JENKINS_");

    private static final Path OWN_JAVA = Path.of(System.getProperty("java.home"));

    private final List<String> before = new ArrayList<>();
    /** Of short lives: what the second compiler would gain, it would not live to see. */
    private final List<String> options = new ArrayList<>(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));

    /** Generous, so that a busy machine turns no test red: what is about the end itself sets its own. */
    public static final String PATIENCE_AT_THE_END = "90s";

    private final Map<String, String> environment;
    private final Path folder;
    private Path javaHome = OWN_JAVA;
    private Class<?> main = SuiteMain.class;
    private Duration patience = Duration.ofMinutes(4);
    private String classPath = withoutStandIn();

    public ChildJvm(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = new HashMap<>(environment);
        if (!environment.isEmpty()) {
            this.environment.putIfAbsent("ATTEST_END_TIMEOUT", PATIENCE_AT_THE_END);
        }
    }

    public ChildJvm option(String option) {
        options.add(option);
        return this;
    }

    /** Runs on another Java than the one that runs this. */
    public ChildJvm on(Path otherJavaHome) {
        javaHome = otherJavaHome;
        return this;
    }

    /** Lets it take longer than four minutes. */
    public ChildJvm within(Duration longer) {
        patience = longer;
        return this;
    }

    /** Starts it by a shell, after a command such as {@code ulimit -f 8}. */
    public ChildJvm after(String command) {
        before.addAll(List.of("/bin/bash", "-c", command + " && exec \"$@\"", "-"));
        return this;
    }

    /** Runs another class than the one that runs suites on this JVM's JUnit. */
    public ChildJvm main(Class<?> type, String itsClassPath) {
        main = type;
        classPath = itsClassPath;
        return this;
    }

    public Process start(Class<?>... suites) throws IOException {
        return start(Arrays.stream(suites).map(Class::getName).toList());
    }

    /** Starts it with these arguments for its main class. */
    public Process start(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.add(javaHome.resolve("bin").resolve("java").toString());
        command.addAll(options);
        if (javaHome.equals(OWN_JAVA) && classPath.startsWith(withoutStandIn())) {
            command.addAll(SharedClassData.OPTIONS);
        }
        command.addAll(List.of("-cp", classPath, main.getName()));
        command.addAll(arguments);
        ProcessBuilder process = new ProcessBuilder(command).directory(folder.toFile());
        process.environment().keySet().removeIf(ChildJvm::wouldBeRead);
        process.environment().putAll(environment);
        process.redirectOutput(folder.resolve("out.txt").toFile());
        process.redirectError(folder.resolve("err.txt").toFile());
        return process.start();
    }

    public Ended run(Class<?>... suites) throws IOException, InterruptedException {
        return await(start(suites));
    }

    public Ended await(Process process) throws IOException, InterruptedException {
        if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("the child JVM did not end within " + patience);
        }
        return new Ended(
                process.exitValue(),
                Files.readString(folder.resolve("out.txt")),
                Files.readString(folder.resolve("err.txt")));
    }

    /** Returns whether a variable is a setting, or one by which a CI system tells its builds apart. */
    public static boolean wouldBeRead(String name) {
        return OF_OTHERS.stream().anyMatch(name::startsWith) || name.equals("TF_BUILD") || name.equals("CI");
    }

    /**
     * Returns the class path of this JVM, but for the stand-in: its jars before its folders, since an archive of
     * classes knows jars alone. The jar of these tests, which {@code it.tests} names, is in the place of their folder.
     */
    public static String withoutStandIn() {
        Path tests = Path.of(System.getProperty("it.tests", ""));
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("stand-in"))
                .map(Path::of)
                .map(entry -> entry.endsWith("test-classes") && Files.isRegularFile(tests) ? tests : entry)
                .sorted(Comparator.comparing(Files::isDirectory))
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** The archive of the class path that most of them have, made by the first. */
    private static final class SharedClassData {

        private static final List<String> OPTIONS = options();

        private static List<String> options() {
            Path tests = Path.of(System.getProperty("it.tests", ""));
            if (!Files.isRegularFile(tests)) {
                return List.of();
            }
            try (Service service = Service.start()) {
                List<String> command =
                        List.of("-cp", withoutStandIn(), SuiteMain.class.getName(), ClassDataSuite.class.getName());
                return ClassDataArchive.of("children", tests, command, service.environment())
                        .options();
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException("no archive of classes could be made", e);
            }
        }
    }
}
