package dev.attest.standin.pages;

import java.util.List;

/** All runs, newest first. */
record RunsPage(List<RunLine> runs, Pager pager, String url, String project) {}
