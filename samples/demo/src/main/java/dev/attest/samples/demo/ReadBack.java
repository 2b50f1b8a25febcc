package dev.attest.samples.demo;

import java.io.IOException;
import java.util.List;

/** Prints what the samples published, as read back from the service that they published to. */
public final class ReadBack {

    private ReadBack() {}

    /** Takes the URL, project and token of the service, and the command that shows its data on a page. */
    public static void main(String[] args) throws IOException, InterruptedException {
        List<PublishedRun> runs = new AzureDevOps(args[0], args[1], args[2]).runs();
        System.out.println();
        System.out.println("Read back from " + args[0] + ":");
        for (PublishedRun run : runs) {
            System.out.println();
            System.out.println(run.text());
        }
        System.out.println();
        System.out.println("To see them on a page, run this and open the address that it prints:");
        System.out.println("  " + args[3]);
        System.out.println();
    }
}
