package dev.attest.systemtests.evidence;

import dev.attest.testkit.ChildJvm;
import dev.attest.testkit.Service;
import dev.attest.testkit.ServiceView;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Files of all kinds: what the service has of each, and what the comment says of those that it cannot have. */
class FilesIT {

    @TempDir
    Path folder;

    @Test
    @EnabledOnOs(OS.LINUX)
    void areThereAsTheyWereUnderNamesThatCanBe() throws Exception {
        Path files = Files.createDirectories(folder.resolve("files"));
        Files.createFile(files.resolve("empty.bin"));
        for (String name : List.of("log.txt", "CON", "a:b\n.txt", "dot.")) {
            Files.writeString(files.resolve(name), name);
        }
        try (Service service = Service.start()) {
            ChildJvm.Ended child = run(service, files, AttachingSuites.Attachable.class);

            assertThat(filesOf(service))
                    .as(child.err())
                    .isEqualTo(new TreeMap<>(Map.of(
                            "empty()", List.of("empty.bin="),
                            "named()", List.of("log.txt=log.txt"),
                            "published(TestReporter)", List.of("page.html=<p>", "traces.zip={a.trace=trace}"),
                            "twice()", List.of("twice.txt=one", "twice.txt=three", "twice.txt=two"),
                            "namedBadly()", List.of("_CON=CON", "a_b_.txt=a:b\n.txt", "dot=dot."))));
            assertThat(service.results()).allMatch(result -> result.comment().isEmpty());
            assertThat(child.warnings()).as(child.err()).isZero();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void areMissedWithANoteWhereTheyCannotBeRead() throws Exception {
        Path files = Files.createDirectories(folder.resolve("files"));
        Path inFolder = Files.createDirectories(files.resolve("folder"));
        Files.createSymbolicLink(files.resolve("link.txt"), Files.writeString(files.resolve("log.txt"), "linked"));
        Files.createSymbolicLink(files.resolve("broken-link"), files.resolve("nothing"));
        Files.createSymbolicLink(inFolder.resolve("to-all"), files);
        Files.writeString(inFolder.resolve("in-it.txt"), "in it");
        for (Path pipe : List.of(files.resolve("pipe"), inFolder.resolve("pipe"))) {
            assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                    .isZero();
        }
        try (Service service = Service.start()) {
            ChildJvm.Ended child = run(service, files, AttachingSuites.OnUnix.class);

            assertThat(filesOf(service))
                    .as(child.err())
                    .containsEntry("link()", List.of("link.txt=linked"))
                    .containsEntry("folder()", List.of("folder.zip={in-it.txt=in it}"))
                    .hasEntrySatisfying(
                            "ofTheSystem()",
                            all -> assertThat(all)
                                    .singleElement()
                                    .asString()
                                    .startsWith("comm=")
                                    .hasSizeGreaterThan("comm=".length()));
            Map<String, String> comments = new TreeMap<>();
            service.results().stream()
                    .filter(result -> !result.comment().isEmpty())
                    .forEach(result -> comments.put(
                            result.title().replaceAll(".* ", ""),
                            result.comment().replace(files + "/", "")));
            assertThat(comments)
                    .isEqualTo(new TreeMap<>(Map.of(
                            "folder()", "Attachment folder is without pipe (not a file), to-all (a link)",
                            "brokenLink()", "Attachment broken-link could not be read: it does not exist",
                            "pipe()", "Attachment pipe could not be read: it is neither a file nor a directory",
                            "device()", "Attachment /dev/zero could not be read: it is neither a file nor a directory",
                            "unreadable()",
                                    "Attachment /proc/self/mem could not be read: java.io.IOException: Input/output error",
                            "gone()", "Attachment gone.txt could not be read: it does not exist")));
            assertThat(child.notPublished()).isEmpty();
            assertThat(child.warnings()).as(child.err()).isZero();
        }
    }

    private ChildJvm.Ended run(Service service, Path files, Class<?> suite) throws Exception {
        return new ChildJvm(folder, service.environment(folder.resolve("journal")))
                .option("-Dfiles=" + files)
                .run(suite);
    }

    private static Map<String, List<String>> filesOf(Service service) throws IOException {
        Map<String, List<String>> files = new TreeMap<>();
        for (ServiceView.Result result : service.results()) {
            List<String> all = new ArrayList<>();
            for (ServiceView.Attachment file : service.view().attachments(1, result.id())) {
                try (InputStream bytes = service.view().bytes(1, result.id(), file.id())) {
                    all.add(file.fileName() + "=" + (file.fileName().endsWith(".zip") ? zipped(bytes) : text(bytes)));
                }
            }
            all.sort(null);
            if (!all.isEmpty()) {
                files.put(result.title().replaceAll(".* ", ""), all);
            }
        }
        return files;
    }

    private static Map<String, String> zipped(InputStream bytes) throws IOException {
        Map<String, String> entries = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(bytes)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), text(zip));
            }
        }
        return entries;
    }

    private static String text(InputStream bytes) throws IOException {
        return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    }
}
