package dev.attest.model;

import java.io.IOException;
import java.io.InputStream;

/** Bytes that do not change and can be read more than once, from anywhere. */
public interface Content {

    /** Returns how many bytes there are. */
    long size();

    /** Opens them for reading, from the first. The caller closes the stream. */
    InputStream open() throws IOException;
}
