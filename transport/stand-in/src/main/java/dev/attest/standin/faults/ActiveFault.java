package dev.attest.standin.faults;

/**
 * A rule and what it has done so far.
 *
 * @param id to remove it by
 * @param rule in the words of {@link FaultGrammar}
 * @param seen how many requests had its method, path and size
 * @param struck how many of these went wrong by it
 * @param over whether it will strike no more
 */
public record ActiveFault(int id, String rule, long seen, long struck, boolean over) {}
