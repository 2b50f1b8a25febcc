package dev.attest.internal.runtime;

import dev.attest.internal.azure.AzureDestination;
import dev.attest.internal.config.AzureSettings;
import dev.attest.internal.config.QaCompleteSettings;
import dev.attest.internal.config.Settings;
import dev.attest.internal.destination.ConfiguredDestination;
import dev.attest.internal.qacomplete.QaCompleteDestination;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Creates the destinations that the settings name. */
public final class DestinationFactory {

    private DestinationFactory() {}

    /**
     * Returns a destination for each service whose settings are complete.
     *
     * @param environment variables of the process, from which a proxy is taken if no setting names one
     */
    public static List<ConfiguredDestination> create(Settings settings, Map<String, String> environment) {
        List<ConfiguredDestination> outlets = new ArrayList<>();
        AzureSettings azure = settings.azure();
        if (azure != null) {
            outlets.add(new ConfiguredDestination(
                    new AzureDestination(azure, environment),
                    azure.connections(),
                    azure.url() + ", project " + azure.project()));
        }
        QaCompleteSettings qaComplete = settings.qaComplete();
        if (qaComplete != null) {
            outlets.add(new ConfiguredDestination(
                    new QaCompleteDestination(qaComplete, environment),
                    QaCompleteDestination.CONNECTIONS,
                    qaComplete.url() + ", project " + qaComplete.project()));
        }
        return outlets;
    }

    /** Returns the names of all destinations that need the results, also of those whose settings are incomplete. */
    static Set<String> names(List<ConfiguredDestination> outlets, Settings settings) {
        Set<String> names = new TreeSet<>(settings.incomplete());
        outlets.forEach(outlet -> names.add(outlet.name()));
        return names;
    }

    /** Returns where results go, in words; they stay in the journal if there is no destination. */
    static String describe(List<ConfiguredDestination> outlets, Settings settings) {
        return outlets.isEmpty()
                ? "no service; results are kept in " + settings.journalDir()
                : outlets.stream().map(ConfiguredDestination::title).collect(Collectors.joining(" and to "));
    }
}
