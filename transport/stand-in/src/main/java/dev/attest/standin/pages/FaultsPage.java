package dev.attest.standin.pages;

import dev.attest.standin.faults.ActiveFault;
import java.util.List;
import java.util.SortedMap;

/**
 * What goes wrong on purpose, and what was asked of the service.
 *
 * @param grammar of a fault, for people
 */
record FaultsPage(String url, List<ActiveFault> faults, SortedMap<String, Integer> requests, String grammar) {}
