package dev.attest.standin.faults;

/** The text form of a fault, used by the command line, by HTTP and in Java. */
public final class FaultGrammar {

    /** The grammar as a help text. */
    public static final String HELP = """
            A fault says which requests it applies to, when, and what happens to them:
              METHOD PATH: OPTIONS       POST */results: nth=2 status=503 retry-after=3
              METHOD  POST, or PATCH,POST, or * for any
              PATH    the path without the query; case does not matter;
                      * matches anything, {run} matches one segment
            When (all given options must hold; without any, every matching request)
              nth=2                      only the 2nd request
              every=3                    the 3rd, the 6th, and so on
              from=5 to=9                the 5th to the 9th; each is optional
              times=4                    at most 4 times
              chance=0.1                 with this probability; reproducible with --seed
              for=30s                    for 30 seconds after the fault first applied
              min-size=64KB max-size=2MB by the announced size of the request's body
            What
              status=503                 this status; the request has no effect
              body=azure                 the body of that reply: azure, html, text, json, sign-in,
                                         empty, or "any text"
              sign-in=203                the HTML sign-in page, with 203, 200, 401 or 302
              retry-after=3              a Retry-After header; also date:3s and text:soon
              header=X-RateLimit-Remaining:0
                                         a header; repeatable; use quotes if it contains spaces
              drop                       no reply; the connection is closed
              reset                      no reply; the connection is reset (TCP)
              hang                       no reply until the client gives up
              cut-upload=64KB            resets the connection after these bytes of the request
              cut=20 cut-head=20         closes the connection within the body or the head of the
                                         reply; add reset to reset it
              body=half                  half of the real body, with a matching length
              delay=200ms                waits first
              slow-upload=1KB/s          reads the request's body slowly
              drip=10/50ms               sends the reply's body slowly: 10 bytes every 50 ms
              commit                     the request takes effect before drop, reset, hang, cut,
                                         status, body or sign-in
            Examples
              POST */results: nth=2 status=503 retry-after=3
              POST */attachments: chance=0.05 commit drop
              POST */runs: nth=1 commit status=200 body=sign-in
              * *: from=20 for=10s status=503
              PATCH /{collection}/{project}/_apis/test/runs/{run}: times=2 delay=1s reset
            """;

    private FaultGrammar() {}
}
