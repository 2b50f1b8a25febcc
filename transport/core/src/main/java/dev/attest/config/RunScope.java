package dev.attest.config;

/**
 * Which JVMs share one run.
 *
 * @param key name for a folder, the same in all of them; empty for a run that this JVM has to itself
 * @param lasting whether the run goes on when a JVM joins after all others have left: so it is for the modules of one
 *     build, which follow one another, and not for what one daemon runs today and tomorrow
 * @param acrossHosts whether other hosts may use the same key, as the slices of one job of a pipeline do
 */
public record RunScope(String key, boolean lasting, boolean acrossHosts) {

    /** The value of {@code attest.run.scope} for one run a build. */
    static final String OF_BUILD = "build";

    /** The run of one JVM. */
    static final RunScope JVM = new RunScope("", false, false);
}
