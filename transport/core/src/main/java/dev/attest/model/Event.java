package dev.attest.model;

import java.time.Instant;

/** One thing that happened and that the journal keeps, in the order in which it was reported. */
public sealed interface Event {

    /** The first test of the JVM is about to begin. Always the first event of a journal. */
    record RunStarted(Run run) implements Event {}

    /** An attempt began. What has no {@link ResultRecorded} later was running when the JVM died. */
    record TestStarted(int row, int attempt, TestDescription test, Instant at) implements Event {}

    /** An attempt ended, or a test is known never to start. */
    record ResultRecorded(Result result) implements Event {}

    /** A file was attached; its bytes are in the journal's blobs already. */
    record AttachmentAdded(Attachment attachment) implements Event {}

    /** Nothing will follow: the JVM said that its tests are over. */
    record RunFinished(Instant at) implements Event {}
}
