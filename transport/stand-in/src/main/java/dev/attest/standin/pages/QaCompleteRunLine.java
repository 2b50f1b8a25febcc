package dev.attest.standin.pages;

/**
 * A test run of QAComplete in few words.
 *
 * @param hosted whether a real service would have begun to run it on a host
 */
record QaCompleteRunLine(
        int id,
        String title,
        int project,
        String release,
        String status,
        String started,
        String summary,
        boolean hosted) {

    String tone() {
        return Texts.tone(status);
    }
}
