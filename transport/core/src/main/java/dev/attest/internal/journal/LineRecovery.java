package dev.attest.internal.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Repairs a file of lines whose writer may have died, before this process appends to it. */
final class LineRecovery {

    private LineRecovery() {}

    /**
     * Cuts off a torn tail, and sets aside damaged lines before it. Bytes are copied and forced before they are cut
     * off.
     *
     * @return the length of the file, which ends with a whole line then
     * @throws IOException also if a newer version wrote the file: then it is not changed
     */
    static long recover(Path file, Disk.Handle out, Disk.Handle in, Quarantine quarantine) throws IOException {
        long size = out.size();
        long intactEnd = 0;
        boolean first = true;
        List<LineRange> damaged = new ArrayList<>();
        LineScanner ranges = new LineScanner(
                (position, into, offset, length) ->
                        in.read(position, into, offset, (int) Math.min(length, size - position)),
                0);
        for (LineRange range = ranges.next(); range != null; range = ranges.next()) {
            if (!range.intact()) {
                damaged.add(range);
                continue;
            }
            if (first) {
                FormatVersion.check(range, file);
                first = false;
            }
            intactEnd = range.to();
        }
        for (LineRange range : damaged) {
            if (range.from() < intactEnd) {
                quarantine.setAside(file, range.from(), range.to(), "damaged");
            }
        }
        if (intactEnd < size) {
            quarantine.setAside(file, intactEnd, size, "torn off by the end of its process or of the machine");
            out.truncate(intactEnd);
            out.force();
        }
        return intactEnd;
    }
}
