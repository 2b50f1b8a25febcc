package dev.attest.standin.pages;

/**
 * Something that a work item is related to.
 *
 * @param href a page of this service; empty when it is elsewhere, so that no page leads away from here
 */
record LinkLine(String kind, String text, String href, String comment) {}
