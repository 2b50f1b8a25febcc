package dev.attest.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A Maven of its own, as a user starts it, that finds this build's Attest in a repository of the build, and everything
 * else where the user's Maven does.
 */
public final class ForkedMaven {

    private static final long PATIENCE_SECONDS = 900;
    private static final String SHORT_LIFE = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

    private final Path project;
    private final Map<String, String> environment;

    public ForkedMaven(Path project, Map<String, String> environment) {
        this.project = project;
        this.environment = environment;
    }

    public ChildJvm.Ended run(String... arguments) throws IOException, InterruptedException {
        return await(start(arguments));
    }

    /** A Maven that runs, and where it prints. */
    public record Running(Process process, Path out, Path err) {}

    public ChildJvm.Ended await(Running maven) throws IOException, InterruptedException {
        if (!maven.process().waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            maven.process().destroyForcibly();
            throw new IOException("the forked Maven did not end within " + PATIENCE_SECONDS + " s");
        }
        return new ChildJvm.Ended(maven.process().exitValue(), plain(maven.out()), plain(maven.err()));
    }

    public Running start(String... arguments) throws IOException {
        Path out = Files.createTempFile("maven", ".out");
        Path err = Files.createTempFile("maven", ".err");
        Path settings = Files.writeString(Files.createTempFile("settings", ".xml"), settings());
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("it.maven"), "bin", executable()).toString());
        command.addAll(List.of("-B", "-ntp", "-gs", settings.toString()));
        command.add("-Dmaven.repo.local=" + System.getProperty("it.repository"));
        // Two of them may write to the repository at once.
        command.addAll(List.of(
                "-Daether.syncContext.named.factory=file-lock", "-Daether.syncContext.named.nameMapper=file-gav"));
        // Longer than the end of a run may take, as with the default settings.
        command.add("-Dsurefire.exitTimeout=120");
        command.add("-DargLine=" + SHORT_LIFE);
        command.addAll(List.of(arguments));
        ProcessBuilder process = new ProcessBuilder(command).directory(project.toFile());
        process.environment().keySet().removeIf(ChildJvm::wouldBeRead);
        process.environment().put("JAVA_HOME", System.getProperty("java.home"));
        process.environment().put("MAVEN_OPTS", SHORT_LIFE);
        if (!environment.isEmpty()) {
            process.environment().put("ATTEST_END_TIMEOUT", ChildJvm.PATIENCE_AT_THE_END);
        }
        process.environment().putAll(environment);
        Process maven =
                process.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        return new Running(maven, out, err);
    }

    /** Saves downloads: what the user's Maven has already is taken from there. */
    private static String settings() {
        return """
                <settings>
                  <profiles>
                    <profile>
                      <id>what-is-here</id>
                      <repositories>
                        <repository><id>here</id><url>%1$s</url></repository>
                      </repositories>
                      <pluginRepositories>
                        <pluginRepository><id>here</id><url>%1$s</url></pluginRepository>
                      </pluginRepositories>
                    </profile>
                  </profiles>
                  <activeProfiles><activeProfile>what-is-here</activeProfile></activeProfiles>
                </settings>
                """.formatted(Path.of(System.getProperty("it.user-repository")).toUri());
    }

    /** Maven ends with a sequence that resets colours, also where it prints none. */
    private static String plain(Path text) throws IOException {
        return Files.readString(text).replaceAll("\u001B\\[[0-9;]*m", "");
    }

    private static String executable() {
        return System.getProperty("os.name").startsWith("Windows") ? "mvn.cmd" : "mvn";
    }
}
