package dev.attest.cli;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The files attest.properties that tests of a project see, and that the command does not read unless it is told to. */
final class ProjectProperties {

    private static final List<String> PLACES = List.of(
            "attest.properties", "src/test/resources/attest.properties", "src/main/resources/attest.properties");

    /** So many folders of a project are looked into. */
    private static final int MOST_MODULES = 200;

    private ProjectProperties() {}

    /** Returns a sentence that names them, and says how to use one; empty if there are none. */
    static String sentence(Path project) {
        List<Path> files = in(project);
        if (files.isEmpty()) {
            return "";
        }
        String names = files.stream().map(Path::toString).collect(Collectors.joining(", "));
        return "Not read: " + names + ". To use " + (files.size() == 1 ? "it" : "one of them")
                + " here, add --properties " + files.get(0) + ".";
    }

    private static List<Path> in(Path project) {
        List<Path> files = new ArrayList<>();
        addFrom(project, project, files);
        try (DirectoryStream<Path> modules = Files.newDirectoryStream(project, Files::isDirectory)) {
            int looked = 0;
            for (Path module : modules) {
                if (looked++ == MOST_MODULES) {
                    break;
                }
                addFrom(module, project, files);
            }
        } catch (IOException e) {
            return files; // what cannot be listed is not told of
        }
        return files.stream().sorted().toList();
    }

    private static void addFrom(Path folder, Path project, List<Path> files) {
        for (String place : PLACES) {
            Path file = folder.resolve(place);
            if (Files.isRegularFile(file)) {
                files.add(project.relativize(file));
            }
        }
    }
}
