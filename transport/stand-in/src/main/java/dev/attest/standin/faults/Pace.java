package dev.attest.standin.faults;

import java.time.Duration;

/** A speed: this many bytes, then a rest. */
public record Pace(int bytes, Duration rest) {}
