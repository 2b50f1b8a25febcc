package dev.attest.internal.rest;

import dev.attest.internal.config.setting.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Credentials for HTTP Basic authentication. The user is empty if the password is a token. */
public record BasicLogin(String user, Secret password) {

    String header() {
        return "Basic " + encoded();
    }

    /** Removes the credentials from a text, because a server may quote a request in its reply. */
    String redacted(String text) {
        String secret = password.reveal();
        return secret.isEmpty() ? text : text.replace(encoded(), "***").replace(secret, "***");
    }

    private String encoded() {
        return Base64.getEncoder().encodeToString((user + ":" + password.reveal()).getBytes(StandardCharsets.UTF_8));
    }
}
