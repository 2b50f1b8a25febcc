package dev.attest.spi;

/**
 * Numbers by fingerprints of texts, 20 to 40 bytes an entry: a run may have 200,000 tests, whose names would take ten
 * times as much. Two of so many texts have the same fingerprint once in a thousand million runs. Thread-safe.
 */
public final class FingerprintMap {

    private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

    /** Fingerprints and numbers in turn. A fingerprint of 0 marks a free place. */
    private long[] entries = new long[128];

    private int size;

    /** Returns the fingerprint of texts, in this order; never 0. */
    public static long of(String... texts) {
        long fingerprint = 1;
        for (String text : texts) {
            fingerprint = of(fingerprint, text);
        }
        return fingerprint;
    }

    /** Returns the fingerprint of texts and a further one: that of all but the last is the same for many tests. */
    public static long of(long texts, String further) {
        return end(part(texts, further), further.length());
    }

    /**
     * Adds a part of a further text to a fingerprint, or to what this method returned: so the beginning that many texts
     * have in common is read once. The result is no fingerprint; {@link #end} makes one of it.
     */
    public static long part(long texts, String part) {
        long fingerprint = texts;
        for (int at = 0; at < part.length(); at++) {
            fingerprint = (fingerprint ^ part.charAt(at)) * SPREAD;
            fingerprint ^= fingerprint >>> 32;
        }
        return fingerprint;
    }

    /**
     * Returns the fingerprint of texts, the last one of which was added in {@linkplain #part parts}.
     *
     * @param length of all parts of the last text
     */
    public static long end(long parts, int length) {
        long fingerprint = (parts ^ ~length) * SPREAD;
        fingerprint ^= fingerprint >>> 29;
        return fingerprint == 0 ? 1 : fingerprint;
    }

    /** Returns the number of a fingerprint; 0 if it has none. */
    public synchronized long get(long fingerprint) {
        return entries[placeOf(entries, fingerprint) + 1];
    }

    /** Sets the number of a fingerprint. A number of 0 is as none. */
    public synchronized void put(long fingerprint, long number) {
        int place = placeOf(entries, fingerprint);
        if (entries[place] == 0) {
            entries[place] = fingerprint;
            size++;
        }
        entries[place + 1] = number;
        if (5L * size > 2L * entries.length) {
            grow(); // at four fifths: few of the places that are searched are taken even then
        }
    }

    /** Returns the number that a fingerprint has already; sets this one and returns 0 if it has none. */
    public synchronized long putIfAbsent(long fingerprint, long number) {
        long present = get(fingerprint);
        if (present == 0) {
            put(fingerprint, number);
        }
        return present;
    }

    private void grow() {
        long[] larger = new long[2 * entries.length];
        for (int i = 0; i < entries.length; i += 2) {
            if (entries[i] != 0) {
                int place = placeOf(larger, entries[i]);
                larger[place] = entries[i];
                larger[place + 1] = entries[i + 1];
            }
        }
        entries = larger;
    }

    private static int placeOf(long[] entries, long fingerprint) {
        int place = (int) fingerprint & (entries.length - 2);
        while (entries[place] != 0 && entries[place] != fingerprint) {
            place = (place + 2) & (entries.length - 2);
        }
        return place;
    }
}
