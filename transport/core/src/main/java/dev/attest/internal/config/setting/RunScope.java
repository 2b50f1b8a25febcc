package dev.attest.internal.config.setting;

/**
 * The JVMs that share one run.
 *
 * @param key name of a folder, the same in all these JVMs; empty if this JVM shares its run with no other
 * @param lasting whether a JVM can join after all others have left: true for the modules of one build, which run one
 *     after the other, and false for the builds of one daemon
 * @param acrossHosts whether other hosts can use the same key, as the slices of one pipeline job do
 */
public record RunScope(String key, boolean lasting, boolean acrossHosts) {

    /** The value of {@code attest.run.scope} for one run a build. */
    public static final String OF_BUILD = "build";

    public static final RunScope JVM = new RunScope("", false, false);
}
