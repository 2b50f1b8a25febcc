package dev.attest.standin.faults;

/** How a fault is said: on the command line, over HTTP and in Java. */
public final class FaultGrammar {

    /** The grammar for people. */
    public static final String HELP = """
            A fault says which requests, when, and what goes wrong:

              METHOD PATH: WORDS         POST */results: nth=2 status=503 retry-after=3

              METHOD  POST, or PATCH,POST, or * for any
              PATH    of the API, in any case, without the query: * is anything, {run} is one segment

            When (all that are said must hold; without any, every such request)
              nth=2                      only the 2nd
              every=3                    the 3rd, the 6th, ..
              from=5 to=9                the 5th to the 9th; either may be left out
              times=4                    at most 4 times
              chance=0.1                 by chance, the same ones for the same --seed
              for=30s                    for 30 seconds from its first time on, then it has healed
              min-size=64KB max-size=2MB by the size that the request announces for its body

            What
              status=503                 this status, and the request has no effect
              body=azure                 with it: azure, html, text, json, sign-in, empty, or "any text"
              sign-in=203                the HTML page to sign in, with 203, 200, 401 or 302
              retry-after=3              also date:3s and text:soon
              header=X-RateLimit-Remaining:0
                                         a header; repeatable; in quotes if there are spaces
              drop                       no reply, the connection is closed
              reset                      no reply, the connection is reset (TCP)
              hang                       no reply until the client gives up
              cut-upload=64KB            reset when so much of the request's body has been read
              cut=20 cut-head=20         closed within the body or the head of the reply; with reset: reset
              body=half                  half of the true body, as if it were all
              delay=200ms                waits first
              slow-upload=1KB/s          reads the request's body slowly
              drip=10/50ms               sends the reply's body slowly: 10 bytes every 50 ms
              commit                     the request takes effect, and then: drop, reset, hang, status, ..

            Examples
              POST */results: nth=2 status=503 retry-after=3
              POST */attachments: chance=0.05 commit drop
              POST */runs: nth=1 commit status=200 body=sign-in
              * *: from=20 for=10s status=503
              PATCH /{collection}/{project}/_apis/test/runs/{run}: times=2 delay=1s reset
            """;

    private FaultGrammar() {}
}
