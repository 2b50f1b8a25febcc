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
import java.util.StringJoiner;
import java.util.TreeSet;

/** Creates the destinations that the settings name. */
public final class DestinationFactory {

    private DestinationFactory() {}

    /** Returns a destination for each service whose settings are complete. The environment can supply a proxy. */
    public static List<ConfiguredDestination> create(Settings settings, Map<String, String> environment) {
        List<ConfiguredDestination> destinations = new ArrayList<>();
        AzureSettings azure = settings.azure();
        if (azure != null) {
            destinations.add(new ConfiguredDestination(
                    new AzureDestination(
                            azure, environment, settings.endTimeout().dividedBy(2)),
                    azure.connections(),
                    azure.url() + ", project " + azure.project()));
        }
        QaCompleteSettings qaComplete = settings.qaComplete();
        if (qaComplete != null) {
            destinations.add(new ConfiguredDestination(
                    new QaCompleteDestination(qaComplete, environment),
                    QaCompleteDestination.CONNECTIONS,
                    qaComplete.url() + ", project " + qaComplete.project()));
        }
        return destinations;
    }

    /** Returns the names of all destinations that need the results, including those whose settings are incomplete. */
    static Set<String> names(List<ConfiguredDestination> destinations, Settings settings) {
        Set<String> names = new TreeSet<>(settings.incomplete());
        for (ConfiguredDestination destination : destinations) {
            names.add(destination.name());
        }
        return names;
    }

    /** Returns where results go, for messages. Without a destination they stay in the journal. */
    static String describe(List<ConfiguredDestination> destinations, Settings settings) {
        if (destinations.isEmpty()) {
            return "no service; results are kept in " + settings.journalDir();
        }
        StringJoiner titles = new StringJoiner(" and to ");
        for (ConfiguredDestination destination : destinations) {
            titles.add(destination.title());
        }
        return titles.toString();
    }
}
