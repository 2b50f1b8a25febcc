package dev.attest.internal.rest;

import dev.attest.internal.config.setting.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Who asks, by the Basic scheme. Each call carries it: there is no session.
 *
 * @param user name of the user; empty where the password is a token
 * @param password password or token
 */
public record BasicLogin(String user, Secret password) {

    String header() {
        return "Basic " + encoded();
    }

    /** Removes the login from a text: a server may quote what it was sent. */
    String redacted(String text) {
        String secret = password.reveal();
        return secret.isEmpty() ? text : text.replace(encoded(), "***").replace(secret, "***");
    }

    private String encoded() {
        return Base64.getEncoder().encodeToString((user + ":" + password.reveal()).getBytes(StandardCharsets.UTF_8));
    }
}
