package dev.attest.cli;

import java.util.Locale;

/** What can be wrong, and what to do about it. The names are stable, because scripts compare them. */
enum Diagnosis {
    NONE(""),
    DISABLED("Remove attest.enabled where it is set, or set it to true."),
    SETTING_MISSING("Set it: in the environment, as a system property, or as an option of this command."),
    UNKNOWN_SETTING("Correct the name where it is set, or remove the setting."),
    SETTING_NOT_USABLE("Correct it where it is set."),
    JOURNAL_NOT_WRITABLE("Set attest.journal.dir to a folder that this user can write to."),
    JOURNAL_NOT_PRIVATE("Run chmod o-w on it, or set attest.journal.dir to a folder of your own."),
    JOURNAL_OF_ANOTHER_USER("Set attest.journal.dir to a folder of your own, or run as that user."),
    BAD_PROXY("Correct attest.proxy, https.proxyHost of the JVM or HTTPS_PROXY; attest.proxy=none uses no proxy."),
    PROXY_CREDENTIALS("Put them into the address: ATTEST_PROXY=http://user:password@host:port, encoded as in any URL."),
    UNKNOWN_HOST("Check the spelling of attest.azure.url, and the network (VPN, DNS)."),
    NOBODY_LISTENS(
            "Check host and port of attest.azure.url; is the server up, and is a firewall or a proxy in between?"),
    UNTRUSTED_CERTIFICATE(
            "If that issuer is your company's, name a file with its certificate in attest.trust-store; or pin the server's"
                    + " own in attest.azure.certificate."),
    EXPIRED_CERTIFICATE("Have the server's certificate renewed; check this host's clock too."),
    CERTIFICATE_OF_ANOTHER_HOST("Use the name in attest.azure.url that the certificate is for."),
    NO_TLS("Check scheme and port of attest.azure.url: what answers there speaks no TLS that this JVM accepts."),
    NO_ANSWER("Try again; if it fails again, ask the administrator of the server or the proxy."),
    WRONG_COLLECTION(
            "attest.azure.url ends with the organization or the collection, as in https://dev.azure.com/contoso"
                    + " or https://server/tfs/DefaultCollection."),
    WRONG_TOKEN(
            "Make a new token with the scope Test Management (read & write), and set ATTEST_AZURE_TOKEN to it. In Azure"
                    + " Pipelines map SYSTEM_ACCESSTOKEN: $(System.AccessToken)."),
    SIGN_IN_PAGE(
            "The token is wrong, expired or of another organization: make a new one, and set ATTEST_AZURE_TOKEN to it."
                    + " If it is valid, a portal or a proxy answers instead of the service."),
    NO_RIGHT_TO_READ(
            "Give the token the scope Test Management (read & write), and give its user access to the project."),
    NO_RIGHT_TO_WRITE(
            "Give the token the scope Test Management (read & write), and give its user the permission Create test"
                    + " runs in the project."),
    NO_RIGHT_TO_WORK_ITEMS(
            "Give the token the scope Work Items (read & write), and its user the right to edit items of that area."),
    UNKNOWN_WORK_ITEM("Set attest.azure.work-item to an item of this collection that the user of the token can see."),
    UNKNOWN_PROJECT("Check attest.azure.project: its name or id, without the organization."),
    UNKNOWN_BUILD(
            "BUILD_BUILDID is no build of this project: runs are published without it, and its Tests tab does not show them."),
    UNKNOWN_PLAN(
            "Check attest.azure.plan and attest.azure.suite: the ids of a test plan of the project and of a suite in it."),
    UNKNOWN_CONFIGURATION("Check attest.azure.configuration: its id or its name, and that the plan's suites have it."),
    NO_RIGHT_TO_FILE_BUGS(
            "Give the token the scope Work Items (read & write), and its user the permission Edit work items"
                    + " in this node for the area."),
    BUG_REFUSED("Set what the service asks for in attest.azure.bugs.fields, or correct attest.azure.bugs.type, .area or"
            + " .iteration."),
    NO_QACOMPLETE("attest.qacomplete.url is the address of the REST API, as in https://host/rest-api/service."),
    WRONG_LOGIN(
            "Check attest.qacomplete.user and attest.qacomplete.password: the login of a user of QAComplete itself. The"
                    + " API does not accept single sign-on."),
    NO_RIGHT_IN_QACOMPLETE(
            "Check attest.qacomplete.project, and that the security group of the user can read it, and can add and"
                    + " update test runs."),
    UNKNOWN_TEST_SET("Check attest.qacomplete.test-set: the id of a test set of that project."),
    CLOCK_SKEW("Set the clock of this host (NTP): results have the times of this host."),
    SERVICE_UNWELL("Try again later; results wait on disk until then."),
    REFUSED("See what the service says.");

    private final String fix;

    Diagnosis(String fix) {
        this.fix = fix;
    }

    /** Returns the name that is printed, such as {@code unknown-host}. */
    String label() {
        return this == NONE ? "" : name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String fix() {
        return fix;
    }
}
