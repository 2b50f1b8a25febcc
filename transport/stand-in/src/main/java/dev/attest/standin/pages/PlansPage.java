package dev.attest.standin.pages;

import java.util.List;

/** All test plans. */
record PlansPage(List<Line> plans) {

    /** A test plan in few words. */
    record Line(int id, String project, String name, int points, int passed, int failed) {}
}
