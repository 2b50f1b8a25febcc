package dev.attest.systemtests.recordings;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Plays each recording of {@code src/test/recordings} against the stand-in and against the client. */
class RecordingsIT {

    private static final Path RECORDINGS = Path.of("src/test/recordings");

    @TempDir
    Path folder;

    static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(RECORDINGS)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".jsonl"))
                    .map(name -> name.replaceFirst("\\.jsonl$", ""))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void theStandInDiffersFromTheServiceOnlyAsListed(String name) throws Exception {
        Path listed = RECORDINGS.resolve(name + ".differences");

        List<String> differences = StandInReplay.differences(recording(name));

        assertThat(differences).isEqualTo(Files.exists(listed) ? Files.readAllLines(listed) : List.of());
    }

    @ParameterizedTest
    @MethodSource("names")
    void theClientFindsWhatItFoundAtTheService(String name) throws Exception {
        assertThat(ClientReplay.differences(recording(name), folder)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "19 |             | | The client asks PATCH /{project}/_apis/test/runs/1?api-version=7.1,"
                        + " where the recording has line 19, GET",
                "20 | \"Completed\" | \"Waiting\" | This trial has, and the recording has not: DIFFERENT: A run is completed.",
                "1  | AS_ASSUMED  | OTHERWISE   | The recording has, and this trial has not: OTHERWISE: A run is created",
                "18 | 200         | 500         | This trial has, and the recording has not: DIFFERENT: Files of an attempt"
            })
    void theClientIsToldFromOneThatDoesOtherwise(int line, String text, String other, String told) throws Exception {
        List<String> lines = new ArrayList<>(Files.readAllLines(RECORDINGS.resolve("services.jsonl")));
        String changed = text == null ? "" : lines.get(line - 1).replace(text, other);
        assertThat(changed).isNotEqualTo(lines.remove(line - 1));
        if (!changed.isEmpty()) {
            lines.add(line - 1, changed);
        }

        RecordingFile file = RecordingFile.read(new StringReader(String.join("\n", lines)));

        assertThat(ClientReplay.differences(file, folder)).anyMatch(each -> each.startsWith(told));
    }

    private static RecordingFile recording(String name) throws IOException {
        return RecordingFile.read(RECORDINGS.resolve(name + ".jsonl"));
    }
}
