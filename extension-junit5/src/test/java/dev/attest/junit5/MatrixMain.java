package dev.attest.junit5;

import dev.attest.testkit.RecordingRecorder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.junit.jupiter.api.extension.Extension;
import org.junit.platform.launcher.LauncherSessionListener;
import org.junit.platform.launcher.TestExecutionListener;

/** Runs fixtures on whatever JUnit is on the class path, and writes down what is reported. */
public final class MatrixMain {

    private MatrixMain() {}

    /**
     * Runs the named fixtures.
     *
     * @param args a file for the ledger, a folder for published files, simple names of fixtures
     */
    public static void main(String... args) throws Exception {
        Class<?>[] fixtures = new Class<?>[args.length - 2];
        for (int i = 0; i < fixtures.length; i++) {
            fixtures[i] = Class.forName("dev.attest.junit5.MatrixFixtures$" + args[i + 2]);
        }

        Launch launch = Launch.of(fixtures).with("junit.platform.reporting.output.dir", args[1]);
        noteServices(launch.recorder(), TestExecutionListener.class);
        noteServices(launch.recorder(), LauncherSessionListener.class);
        noteServices(launch.recorder(), Extension.class);
        launch.run();

        Files.writeString(Path.of(args[0]), launch.recorder().ledger());
    }

    private static void noteServices(RecordingRecorder recorder, Class<?> type) {
        for (Object service : ServiceLoader.load(type)) {
            String name = service.getClass().getName();
            if (name.startsWith("dev.attest.")) {
                recorder.note("found " + name);
            }
        }
    }
}
