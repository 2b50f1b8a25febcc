package dev.attest.standin.rules;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A product and release. It decides the API versions and the answer to invalid credentials. */
public enum Product {
    SERVICES("7.1", "7.2"),
    SERVER_2022("7.0", "7.1"),
    SERVER_2020("6.0", "6.1"),
    SERVER_2019("5.0", "5.1"),
    TFS_2018("4.1", "4.1"),
    TFS_2017("3.0", "3.2"),
    TFS_2015("2.0", "2.0");

    private final String released;
    private final String newest;

    Product(String released, String newest) {
        this.released = released;
        this.newest = newest;
    }

    /** Returns the product with this name on the command line, such as {@code server-2022}. */
    public static Optional<Product> named(String label) {
        return Arrays.stream(values())
                .filter(product -> product.label().equalsIgnoreCase(label))
                .findFirst();
    }

    /** Returns the name on the command line. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the highest version that is not a preview. */
    public ApiVersion released() {
        return ApiVersion.of(released);
    }

    /** Returns the highest version, previews included. */
    public ApiVersion newest() {
        return ApiVersion.of(newest);
    }

    /**
     * Returns the largest file of a work item in bytes. It is 60 MB in the hosted product, as documented. On premises
     * an administrator sets the limit, up to 2 GB.
     */
    public long fileLimit() {
        return hosted() ? 60L << 20 : 2L << 30;
    }

    /** Returns whether this is the hosted product. */
    public boolean hosted() {
        return this == SERVICES;
    }
}
