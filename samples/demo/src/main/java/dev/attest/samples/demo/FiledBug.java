package dev.attest.samples.demo;

import java.util.List;

/**
 * A bug as the service has it.
 *
 * @param files names of the files on it
 */
record FiledBug(String title, String url, List<String> files) {

    String text() {
        return "Bug: " + title + "\n  " + url + "\n  files: " + String.join(", ", files);
    }
}
