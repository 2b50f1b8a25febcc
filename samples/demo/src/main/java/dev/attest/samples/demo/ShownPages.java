package dev.attest.samples.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** The pages of a stand-in that goes on after the samples. */
final class ShownPages {

    private static final int END_OF_INPUT = -1;

    private final String page;
    private final List<PublishedRun> runs;

    /** @param page the address of the list of runs */
    ShownPages(String page, List<PublishedRun> runs) {
        this.page = page.endsWith("/") ? page : page + "/";
        this.runs = runs;
    }

    /**
     * Prints the links, and returns when somebody presses Enter. Without a keyboard it never returns: Ctrl-C ends it.
     */
    void stay(InputStream keyboard, PrintStream out) throws IOException, InterruptedException {
        out.println("The stand-in goes on until you press Enter or Ctrl-C:");
        line(out, "all runs", "");
        for (PublishedRun run : runs) {
            line(out, run.name(), "runs/" + run.id());
            if (run.failure() != 0) {
                line(out, "  a failure", "runs/" + run.id() + "/results/" + run.failure());
            }
        }
        line(out, "bugs", "work-items");
        line(out, "QAComplete", "qacomplete");
        out.flush();
        int typed = keyboard.read();
        while (typed != '\n' && typed != '\r' && typed != END_OF_INPUT) {
            typed = keyboard.read();
        }
        if (typed == END_OF_INPUT) {
            new CountDownLatch(1).await();
        }
    }

    private void line(PrintStream out, String name, String path) {
        out.printf("  %-16s %s%s%n", name, page, path);
    }
}
