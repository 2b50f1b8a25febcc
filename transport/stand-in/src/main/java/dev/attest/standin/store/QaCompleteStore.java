package dev.attest.standin.store;

import java.nio.file.Path;

/**
 * The data of QAComplete.
 *
 * @param entities the projects and their entities
 * @param runs the test runs with their items
 * @param outputs the logs and reports of items
 * @param files the files of entities
 * @param incoming the folder for request bodies that are being read; it is emptied at the start
 */
public record QaCompleteStore(
        EntityStore entities, QaCompleteRunStore runs, ItemOutputStore outputs, EntityFileStore files, Path incoming) {}
