package dev.attest.samples.demo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Prints what the samples published, as read back from the service that they published to. */
public final class ReadBack {

    private ReadBack() {}

    /**
     * Takes the URL, project and token of Azure DevOps, the URL, user and password of QAComplete, the command that
     * shows their data on a page, the address of the pages, and whether they stay there until somebody presses Enter.
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        AzureDevOps azure = new AzureDevOps(args[0], args[1], args[2]);
        List<String> found = new ArrayList<>();
        List<PublishedRun> runs = azure.runs();
        runs.forEach(run -> found.add(run.text()));
        azure.bugs().forEach(bug -> found.add(bug.text()));
        new QaComplete(args[3], args[4], args[5]).runs().forEach(run -> found.add(run.text()));
        System.out.println();
        System.out.println("Read back from " + args[0] + " and " + args[3] + ":");
        for (String each : found) {
            System.out.println();
            System.out.println(each);
        }
        System.out.println();
        if (Boolean.parseBoolean(args[8])) {
            new ShownPages(args[7], runs).stay(System.in, System.out);
        } else {
            System.out.println("To see them on a page, run this and open the address that it prints:");
            System.out.println("  " + args[6]);
            System.out.println("or run mvn -Pdemo -Dstay, which keeps the pages after the samples.");
        }
        System.out.println();
    }
}
