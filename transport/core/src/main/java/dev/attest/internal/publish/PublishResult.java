package dev.attest.internal.publish;

import dev.attest.internal.delivery.Progress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a JVM's results at one destination.
 *
 * @param destination its name
 * @param progress of the run of this JVM
 * @param trouble what stands in the way of publishing, or null
 * @param recovered runs that dead JVMs left behind and that were finished here
 * @param remarks what a person should know besides: a sentence each
 */
public record PublishResult(
        String destination,
        Progress progress,
        @Nullable String trouble,
        List<Progress> recovered,
        List<String> remarks) {

    /** Copies the lists. */
    public PublishResult {
        recovered = List.copyOf(recovered);
        remarks = List.copyOf(remarks);
    }
}
