package dev.attest.standin.pages;

/** Why there is no such page. */
record RefusedPage(int status, String text) {}
