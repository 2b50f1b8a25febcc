package dev.attest.standin.qacomplete;

/** What a user may do with everything in a project. */
enum Right {
    READ,
    ADD,
    UPDATE,
    DELETE
}
