package dev.attest.standin.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** All data of a stand-in, in one folder: {@code stand-in.mv.db}, {@code blobs/} and {@code incoming/}. */
public final class Store implements AutoCloseable {

    private final Database database;
    private final RunStore runs;
    private final BuildStore builds;
    private final TestStore tests;
    private final TestHistory history;
    private final ResultStore results;
    private final ResultList resultList;
    private final ResultSearch search;
    private final SubResultStore subResults;
    private final AttachmentStore attachments;
    private final WorkItemStore workItems;
    private final WorkItemFileStore files;
    private final PlanStore plans;
    private final ResultLinks links;
    private final QaCompleteStore qaComplete;

    private Store(Database database, BlobFolder blobs, Path incoming, Clock clock) {
        this.database = database;
        this.runs = new RunStore(database.jdbi(), clock);
        this.builds = new BuildStore(database.jdbi());
        this.tests = new TestStore(database.jdbi());
        this.history = new TestHistory(database.jdbi());
        this.results = new ResultStore(database.jdbi(), clock, tests);
        this.resultList = new ResultList(database.jdbi());
        this.search = new ResultSearch(database.jdbi());
        this.subResults = new SubResultStore(database.jdbi());
        this.attachments = new AttachmentStore(database.jdbi(), blobs, clock);
        this.workItems = new WorkItemStore(database.jdbi(), clock);
        this.files = new WorkItemFileStore(database.jdbi(), blobs, clock);
        this.plans = new PlanStore(database.jdbi(), clock);
        this.links = new ResultLinks(database.jdbi());
        this.qaComplete = new QaCompleteStore(
                new EntityStore(database.jdbi()),
                new QaCompleteRunStore(database.jdbi(), clock),
                new ItemOutputStore(database.jdbi(), blobs),
                new EntityFileStore(database.jdbi(), blobs, clock),
                incoming);
    }

    /** Opens a folder, and creates it if it does not exist. */
    public static Store open(Path folder, Clock clock) throws IOException {
        Files.createDirectories(folder);
        // The database locks the folder, so open it before deleting the incomplete uploads of a former process.
        var database = new Database(folder);
        try {
            var incoming = BlobFolder.emptied(folder.resolve("incoming"));
            var store = new Store(database, BlobFolder.open(folder.resolve("blobs")), incoming, clock);
            store.attachments.findPictures();
            return store;
        } catch (IOException | RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** Returns what a query reads that several tables answer. */
    public <T> T read(Function<Handle, T> query) {
        return database.jdbi().withHandle(query::apply);
    }

    /** Returns the runs. */
    public RunStore runs() {
        return runs;
    }

    /** Returns the builds whose definition and branch are known. */
    public BuildStore builds() {
        return builds;
    }

    /** Returns the tests that results name. */
    public TestStore tests() {
        return tests;
    }

    /** Returns the history of tests. */
    public TestHistory history() {
        return history;
    }

    /** Returns the results of runs. */
    public ResultStore results() {
        return results;
    }

    /** Returns the pages of the results of runs. */
    public ResultList resultList() {
        return resultList;
    }

    /** Returns the search for results of runs. */
    public ResultSearch search() {
        return search;
    }

    /** Returns the sub-results of results. */
    public SubResultStore subResults() {
        return subResults;
    }

    /** Returns the attachments of runs, results and sub-results. */
    public AttachmentStore attachments() {
        return attachments;
    }

    /** Returns the work items. */
    public WorkItemStore workItems() {
        return workItems;
    }

    /** Returns the files of work items. */
    public WorkItemFileStore files() {
        return files;
    }

    /** Returns the test plans. */
    public PlanStore plans() {
        return plans;
    }

    /** Returns the links between results and bugs. */
    public ResultLinks links() {
        return links;
    }

    /** Returns the data of QAComplete. */
    public QaCompleteStore qaComplete() {
        return qaComplete;
    }

    @Override
    public void close() {
        database.close();
    }
}
