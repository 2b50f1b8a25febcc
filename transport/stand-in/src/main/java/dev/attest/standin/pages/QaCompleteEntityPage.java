package dev.attest.standin.pages;

import java.util.List;

/** A release, bug, requirement, test, test set or step with its files. */
record QaCompleteEntityPage(String entity, String title, List<QaCompleteFileLine> files) {}
