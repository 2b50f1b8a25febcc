package dev.attest.internal.publish;

import dev.attest.internal.delivery.Progress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was published to one destination.
 *
 * @param progress of the run of this JVM
 * @param trouble why requests fail, or null
 * @param recovered progress of the finished runs of dead JVMs
 * @param remarks what a person should know besides: one sentence each
 */
public record PublishResult(
        String destination,
        Progress progress,
        @Nullable String trouble,
        List<Progress> recovered,
        List<String> remarks) {

    public PublishResult {
        recovered = List.copyOf(recovered);
        remarks = List.copyOf(remarks);
    }
}
