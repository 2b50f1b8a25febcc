package dev.attest.cli;

import java.io.PrintWriter;
import java.util.List;

/**
 * What a purge did.
 *
 * <pre>
 * {"journal":"/shop/target/attest","removed":[{"folder":"...","why":"delivered","dropped":{"results":0,"attachments":0}}],
 *  "kept":[{"folder":"...","why":"2 results and 0 attachments wait","inUse":false}],
 *  "dropped":{"results":0,"attachments":0}}
 * </pre>
 *
 * @param dropped what was removed though no service has it
 */
record PurgeReport(String journal, List<Removed> removed, List<Kept> kept, ItemCounts dropped) {

    /** A folder that was removed, and the items in it that no service has. */
    record Removed(String folder, String why, ItemCounts dropped) {}

    /** A folder that was kept; nothing has to be done about one that is in use. */
    record Kept(String folder, String why, boolean inUse) {}

    int exitCode() {
        return kept.stream().allMatch(Kept::inUse) ? ExitCode.FINE : ExitCode.LEFT;
    }

    void print(PrintWriter out) {
        for (Removed gone : removed) {
            out.println("removed  " + gone.folder() + ": " + gone.why());
        }
        for (Kept left : kept) {
            out.println("kept     " + left.folder() + ": " + left.why());
        }
        if (removed.isEmpty()) {
            out.println("nothing to remove in " + journal);
        }
        if (!dropped.isNone()) {
            out.println("removed, though no service has them: " + dropped.inWords());
        }
    }
}
