package dev.attest.standin.rules;

/** An area of the REST API of Azure DevOps. Clients look up the address of an area by its GUID. */
public enum ApiArea {
    TEST("test", "c2aa639c-3ccc-4740-b3b6-ce2a1e1d984e"),
    TEST_PLAN("testplan", "e4c27205-9d23-4c98-b958-d798bc3f9cd4"),
    TEST_RESULTS("testresults", "c83eaf52-edf3-4034-ae11-17d38f25404c"),
    WORK_ITEM_TRACKING("wit", "5264459e-e5e0-4bd8-b118-0985e68a4ec5"),
    BUILD("build", "965220d5-5bb9-42cf-8d67-9b146df2a5a4"),
    CORE("core", "79134c72-4a58-4b42-976c-04e7115f32bf");

    private final String title;
    private final String id;

    ApiArea(String title, String id) {
        this.title = title;
        this.id = id;
    }

    /** Returns the name of the area in URLs. */
    public String title() {
        return title;
    }

    /** Returns the GUID that is the same on every server. */
    public String id() {
        return id;
    }
}
