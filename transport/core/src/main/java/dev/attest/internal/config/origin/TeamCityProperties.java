package dev.attest.internal.config.origin;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/**
 * What TeamCity tells of a build in files alone. The first one is named by a variable, and names the second one; both
 * also hold passwords, of which nothing is kept.
 *
 * <pre>
 * TEAMCITY_BUILD_PROPERTIES_FILE   teamcity.build.id=4711
 *                                  teamcity.configuration.properties.file=/agent/temp/config.properties
 * that file                        teamcity.serverUrl=https\://ci.contoso.com
 *                                  teamcity.build.branch=main
 * </pre>
 */
final class TeamCityProperties {

    private static final String FIRST = "TEAMCITY_BUILD_PROPERTIES_FILE";
    private static final String SECOND = "teamcity.configuration.properties.file";
    private static final int LONGEST = 1 << 20;

    private TeamCityProperties() {}

    /** Returns the variables and, in TeamCity, the properties that {@link CiSystem#TEAMCITY} names. */
    static Map<String, String> with(Map<String, String> environment) {
        String first = environment.getOrDefault(FIRST, "");
        if (first.isBlank()) {
            return environment;
        }
        Properties build = read(first);
        Properties configuration = read(build.getProperty(SECOND, ""));
        Map<String, String> all = new HashMap<>();
        for (CiFact fact : CiFact.values()) {
            for (String name : CiSystem.TEAMCITY.variables(fact)) {
                String property = name.replaceAll("^\\{|}.*", "");
                String value = build.getProperty(property, configuration.getProperty(property, ""));
                all.put(property, value);
            }
        }
        all.putAll(environment);
        return all;
    }

    private static Properties read(String file) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(SmallFile.head(Path.of(file.strip()), LONGEST)));
        } catch (IllegalArgumentException | IOException e) { // also of a path that is none
            return new Properties();
        }
        return properties;
    }
}
