package dev.attest.standin.pages;

import java.util.List;

/** All work items, the one that changed last first. */
record WorkItemsPage(List<WorkItemLine> items, Pager pager) {}
