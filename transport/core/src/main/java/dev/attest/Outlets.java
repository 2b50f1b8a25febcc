package dev.attest;

import dev.attest.azure.AzureDestination;
import dev.attest.config.AzureSettings;
import dev.attest.config.QaCompleteSettings;
import dev.attest.config.Settings;
import dev.attest.publish.Outlet;
import dev.attest.qacomplete.QaCompleteDestination;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** All destinations that are set. */
final class Outlets {

    private Outlets() {}

    /** @param environment of the process */
    static List<Outlet> of(Settings settings, Map<String, String> environment) {
        List<Outlet> outlets = new ArrayList<>();
        AzureSettings azure = settings.azure();
        if (azure != null) {
            outlets.add(new Outlet(
                    new AzureDestination(azure, environment),
                    azure.connections(),
                    azure.url() + ", project " + azure.project()));
        }
        QaCompleteSettings qaComplete = settings.qaComplete();
        if (qaComplete != null) {
            outlets.add(new Outlet(
                    new QaCompleteDestination(qaComplete, environment),
                    QaCompleteDestination.CONNECTIONS,
                    qaComplete.url() + ", project " + qaComplete.project()));
        }
        return outlets;
    }

    /** Returns for whom results are kept: also for those of which a setting is missing yet. */
    static Set<String> names(List<Outlet> outlets, Settings settings) {
        Set<String> names = new TreeSet<>(settings.incomplete());
        outlets.forEach(outlet -> names.add(outlet.name()));
        return names;
    }

    /** Returns where results go, in words; they stay in the journal where nothing is set. */
    static String inWords(List<Outlet> outlets, Settings settings) {
        return outlets.isEmpty()
                ? "no service; results are kept in " + settings.journalDir()
                : outlets.stream().map(Outlet::title).collect(Collectors.joining(" and to "));
    }
}
