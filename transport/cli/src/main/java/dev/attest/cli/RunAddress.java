package dev.attest.cli;

import dev.attest.internal.config.AzureSettings;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The address of a run, as people copy it: of its page, or of the API. Only the number of the run is taken from it. The
 * address to ask is always that of the settings, because the token belongs there.
 */
final class RunAddress {

    private static final Pattern QUERY = Pattern.compile("(?i)(?:^|&)runId=([0-9]{1,9})(?:&|$)");
    private static final Pattern API = Pattern.compile("(?i)/_apis/test/runs/([0-9]{1,9})(?:/.*)?");
    private static final Pattern STAND_IN = Pattern.compile("/runs/([0-9]{1,9})(?:/.*)?");
    private static final String ADVICE =
            " Copy the address of the run's page, such as https://dev.azure.com/contoso/shop/_TestManagement/Runs?runId=12,"
                    + " or of its API, such as https://dev.azure.com/contoso/shop/_apis/test/runs/12.";

    private RunAddress() {}

    static boolean isAddress(String text) {
        return text.regionMatches(true, 0, "http://", 0, 7) || text.regionMatches(true, 0, "https://", 0, 8);
    }

    /**
     * Returns the id of the run.
     *
     * @throws MisuseException if the address is not that of a run, or is elsewhere than the settings say
     */
    static String runId(String text, @Nullable AzureSettings settings) {
        if (settings == null) {
            throw new MisuseException(
                    "cannot read the run at " + shown(text) + ": no service is set that the token is for."
                            + " Pass --url and --project, and the token in ATTEST_AZURE_TOKEN or --token-file. 'attest doctor' shows"
                            + " what is set");
        }
        URI address = parse(text);
        String path = address.getPath() == null ? "" : address.getPath();
        if (!origin(address).equals(origin(settings.url()))) {
            throw elsewhere(text, settings);
        }
        Matcher standIn = STAND_IN.matcher(path);
        if (standIn.matches()) {
            return standIn.group(1);
        }
        String home = home(settings);
        if (!path.toLowerCase(Locale.ROOT).startsWith(home.toLowerCase(Locale.ROOT) + "/")) {
            throw elsewhere(text, settings);
        }
        return idIn(path.substring(home.length()), address, text);
    }

    private static String idIn(String rest, URI address, String text) {
        Matcher api = API.matcher(rest);
        Matcher query = QUERY.matcher(address.getRawQuery() == null ? "" : address.getRawQuery());
        if (api.matches()) {
            return api.group(1);
        }
        if (rest.toLowerCase(Locale.ROOT).startsWith("/_testmanagement/runs") && query.find()) {
            return query.group(1);
        }
        throw new MisuseException("the address " + shown(text) + " does not name a run." + ADVICE);
    }

    private static URI parse(String text) {
        try {
            URI address = new URI(text.strip().replace(" ", "%20"));
            if (address.getHost() != null) {
                return address;
            }
        } catch (URISyntaxException e) {
            // told below, as that of an address without a host
        }
        throw new MisuseException("the address " + shown(text) + " is no address of a run." + ADVICE);
    }

    private static String home(AzureSettings settings) {
        String path =
                settings.url().getPath() == null ? "" : settings.url().getPath().replaceAll("/+$", "");
        return path + "/" + settings.project();
    }

    private static MisuseException elsewhere(String text, AzureSettings settings) {
        return new MisuseException("cannot read the run at " + shown(text) + ": the settings are for " + settings.url()
                + ", project " + settings.project()
                + ", and the token is sent to no other address. Set --url and --project"
                + " to those of the run, with a token for them");
    }

    private static String origin(URI address) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        int port = address.getPort() >= 0 ? address.getPort() : scheme.equals("https") ? 443 : 80;
        return scheme + "://" + String.valueOf(address.getHost()).toLowerCase(Locale.ROOT) + ":" + port;
    }

    /** An address may have a password. */
    private static String shown(String text) {
        return text.strip().replaceAll("//[^/?#]*@", "//");
    }
}
