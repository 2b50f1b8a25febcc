package dev.attest.internal.runtime;

import dev.attest.internal.config.AzureSettings;
import dev.attest.internal.config.QaCompleteSettings;
import dev.attest.internal.config.Settings;
import dev.attest.internal.config.Sources;
import dev.attest.internal.masking.Masking;
import dev.attest.internal.masking.NamedSecret;
import dev.attest.internal.masking.Secrets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Finds the secrets that a run masks. */
final class RunSecrets {

    private RunSecrets() {}

    /** Collects the values of variables and properties whose names look like secrets, or that the user names. */
    static Masking masking(Settings settings, Consumer<String> warning, Consumer<String> note) {
        // Not by name: a variable and a property may have one name and two values.
        List<NamedSecret> secrets = new ArrayList<>();
        for (Map<String, String> values : List.of(System.getenv(), Sources.systemPropertiesOfProcess())) {
            secrets.addAll(Secrets.find(values));
            secrets.addAll(Secrets.matching(settings.maskVariables(), values));
        }
        AzureSettings azure = settings.azure();
        if (azure != null) {
            secrets.add(new NamedSecret("attest.azure.token", azure.token().reveal()));
            secrets.addAll(proxyLogin(azure.network().proxy().reveal()));
        }
        QaCompleteSettings qaComplete = settings.qaComplete();
        if (qaComplete != null) {
            String password = qaComplete.password().reveal();
            secrets.add(new NamedSecret("attest.qacomplete.password", password));
            // The Authorization header encodes both together. At the boundary, one Base64 character contains parts of
            // both.
            secrets.add(new NamedSecret("the login to QAComplete", qaComplete.user() + ":" + password));
            secrets.addAll(proxyLogin(qaComplete.network().proxy().reveal()));
        }
        List<String> values = new ArrayList<>();
        Set<String> tooShort = new TreeSet<>();
        for (NamedSecret secret : secrets) {
            values.add(secret.value());
            if (secret.isTooShort()) {
                tooShort.add(secret.name());
            }
        }
        for (String name : tooShort) {
            warning.accept("The value of " + name + " is too short to be masked.");
        }
        return Masking.of(values, settings.mask(), note);
    }

    private static List<NamedSecret> proxyLogin(String proxy) {
        return Secrets.find(Map.of("attest.proxy", proxy));
    }
}
