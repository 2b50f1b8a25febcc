package dev.attest.journal;

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
    static long recover(Path file, Disk.Handle out, Disk.Handle in, Damage damage) throws IOException {
        long size = out.size();
        long whole = 0;
        boolean first = true;
        List<Piece> damaged = new ArrayList<>();
        LineScanner pieces = new LineScanner(
                (position, into, offset, length) ->
                        in.read(position, into, offset, (int) Math.min(length, size - position)),
                0);
        for (Piece piece = pieces.next(); piece != null; piece = pieces.next()) {
            if (!piece.sound()) {
                damaged.add(piece);
                continue;
            }
            if (first) {
                Format.check(piece, file);
                first = false;
            }
            whole = piece.to();
        }
        for (Piece piece : damaged) {
            if (piece.from() < whole) {
                damage.setAside(file, piece.from(), piece.to(), "damaged");
            }
        }
        if (whole < size) {
            damage.setAside(file, whole, size, "torn off by the end of its process or of the machine");
            out.truncate(whole);
            out.force();
        }
        return whole;
    }
}
