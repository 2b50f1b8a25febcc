package dev.attest.standin.qacomplete;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets requests in by Basic with login and password, each time anew. */
final class Users {

    private final List<User> users;

    Users(List<User> users) {
        this.users = List.copyOf(users);
    }

    /** Returns who sends this {@code Authorization}. */
    Optional<User> signedIn(@Nullable String header) {
        if (header == null || !header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return Optional.empty();
        }
        try {
            var pair = Base64.getDecoder().decode(header.substring(6).strip());
            return users.stream()
                    .filter(user -> MessageDigest.isEqual(
                            pair, (user.login() + ":" + user.password()).getBytes(StandardCharsets.UTF_8)))
                    .findFirst();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    String name(int id) {
        return users.stream()
                .filter(user -> user.id() == id)
                .findFirst()
                .map(User::name)
                .orElse("");
    }
}
