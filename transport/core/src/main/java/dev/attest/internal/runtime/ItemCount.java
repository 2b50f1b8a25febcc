package dev.attest.internal.runtime;

/** Numbers of results and attachments. A result is of one attempt at a test. */
record ItemCount(int results, int attachments) {

    boolean isEmpty() {
        return all() == 0;
    }

    int all() {
        return results + attachments;
    }

    /** Returns words such as {@code 4 results and 1 attachment}. */
    String inWords() {
        if (attachments == 0) {
            return count(results, "result");
        }
        String files = count(attachments, "attachment");
        return results == 0 ? files : count(results, "result") + " and " + files;
    }

    /** Returns the words and a verb that fits them. */
    String inWords(String singular, String plural) {
        return inWords() + " " + (all() == 1 ? singular : plural);
    }

    static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
