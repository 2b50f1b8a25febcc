package dev.attest.standin.qacomplete;

import java.util.Set;

/** Somebody who may sign in. */
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
