package dev.attest.standin.pages;

import java.util.List;

/**
 * All runs, newest first.
 *
 * @param exports the settings of a client, for a shell, without the token
 */
record RunsPage(List<RunLine> runs, Pager pager, List<String> exports) {}
