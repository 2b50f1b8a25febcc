package dev.attest.standin.store;

import java.time.Instant;

/** A file of a release, bug, requirement, test, test set or step. */
public record EntityFileRow(
        int id,
        String code,
        int entityId,
        String title,
        String comments,
        int userId,
        FileBytes file,
        Instant createdAt,
        Instant updatedAt) {

    /** Returns the file with this title and these comments. */
    public EntityFileRow named(String newTitle, String newComments) {
        return new EntityFileRow(id, code, entityId, newTitle, newComments, userId, file, createdAt, updatedAt);
    }
}
