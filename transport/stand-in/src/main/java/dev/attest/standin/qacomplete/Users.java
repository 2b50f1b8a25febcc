package dev.attest.standin.qacomplete;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks login and password, sent as Basic with every request. */
final class Users {

    private final List<User> users;

    Users(List<User> users) {
        this.users = List.copyOf(users);
    }

    /** Returns the user with this {@code Authorization}. */
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

    /** A user who can sign in. */
    record User(int id, String login, String password, String name, Set<Right> rights) {

        User {
            rights = Set.copyOf(rights);
        }

        /** Returns the sum of 1 for reading, 2 for updating and 4 for deleting. */
        int acl() {
            return (rights.contains(Right.READ) ? 1 : 0)
                    + (rights.contains(Right.UPDATE) ? 2 : 0)
                    + (rights.contains(Right.DELETE) ? 4 : 0);
        }
    }

    /** A right, which applies to everything in a project. */
    enum Right {
        READ,
        ADD,
        UPDATE,
        DELETE
    }
}
