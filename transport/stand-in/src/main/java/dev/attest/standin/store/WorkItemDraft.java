package dev.attest.standin.store;

/**
 * What a request makes of a work item.
 *
 * @param document its fields and relations
 * @param update what of them the request changed
 */
public record WorkItemDraft(String document, String update) {}
