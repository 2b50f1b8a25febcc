package dev.attest.standin.pages;

/** A choice of outcome on the page of a run. */
record OutcomeTab(String label, int count, boolean selected, String href) {}
