package dev.attest;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static org.assertj.core.api.Assertions.assertThat;

class ArchitectureTest {

    /**
     * Each package with the packages that it knows, in the order of the arrows: a package knows only packages above it,
     * so that there is no cycle. {@code door} is {@code dev.attest}, all others but {@code spi} are below
     * {@code dev.attest.internal}.
     */
    private static final String ARROWS = """
            door:
            text:
            guard: text
            http: guard
            json:
            masking:
            mime:
            process:
            config.setting: door
            config.origin: text
            files: door text
            spi: door
            quarantine: spi text
            attribution: guard spi
            config: config.origin config.setting door guard process quarantine text
            console: attribution guard masking
            journal.event: config.origin door json spi
            browser.classes: spi
            browser: browser.classes config door guard json spi
            history: spi
            destination: history journal.event
            journal: guard journal.event json process
            summary: config.setting destination guard history journal journal.event json quarantine spi text
            browser.selenide: browser guard
            browser.selenium: browser guard
            delivery: destination guard history journal journal.event spi
            recorder: attribution config config.setting console door files guard journal journal.event masking quarantine spi summary text
            rest: config config.setting destination http json text
            azure.api: config destination http journal.event json rest spi
            qacomplete: config config.setting destination door http journal.event json mime rest spi text
            recovery: delivery destination guard journal journal.event
            status: delivery journal journal.event
            azure.runs: azure.api config config.origin destination guard journal.event json rest text
            azure.workitems: azure.api config destination guard http journal.event json rest spi text
            publish: delivery destination guard history journal recovery
            azure.plans: azure.api azure.workitems config config.setting destination journal.event json rest spi text
            azure.results: azure.api azure.plans azure.workitems config.setting destination door http journal.event json rest spi text
            azure.history: azure.api azure.plans azure.results config config.setting destination guard history json rest text
            azure.bugs: azure.api azure.results azure.workitems config.setting destination door journal.event json rest spi text
            azure.trial: azure.api azure.bugs azure.plans azure.results azure.runs azure.workitems config config.setting destination door http journal.event json rest spi
            azure: azure.api azure.bugs azure.history azure.plans azure.results azure.runs azure.workitems config config.setting destination door history http journal.event json rest
            runtime: attribution azure browser config config.origin config.setting console delivery destination door files guard journal journal.event masking process publish qacomplete quarantine recorder recovery spi summary text
            """;

    private static final int MOST_FILES_AT_THE_DOOR = 12;
    private static final int MOST_FILES = 40;

    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.attest");

    @Test
    void looksAtTheWholeCore() {
        assertThat(CORE).hasSizeGreaterThan(400);
    }

    @Test
    void pointsItsArrowsOneWay() {
        Map<String, Set<String>> known = new TreeMap<>();
        for (JavaClass type : CORE) {
            Set<String> others = known.computeIfAbsent(nameOf(type), name -> new TreeSet<>());
            type.getDirectDependenciesFromSelf().stream()
                    .map(Dependency::getTargetClass)
                    .filter(target -> target.getPackageName().startsWith("dev.attest"))
                    .map(ArchitectureTest::nameOf)
                    .filter(name -> !name.equals(nameOf(type)))
                    .forEach(others::add);
        }

        assertThat(known).as("what each package knows").isEqualTo(arrows());
    }

    @Test
    void hasNoPackageCycles() {
        List<String> seen = new ArrayList<>();
        ARROWS.lines().map(line -> line.split(":", 2)).forEach(line -> {
            seen.add(line[0].strip());
            assertThat(seen).as("packages above %s", line[0]).containsAll(words(line[1]));
        });
    }

    @Test
    void showsNoInternalTypeToUsersAndAdapters() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.attest", "dev.attest.spi")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.attest.internal..")
                .check(CORE);
    }

    @Test
    void isReadInOneSitting() {
        Map<String, Long> files = CORE.stream()
                .filter(JavaClass::isTopLevelClass)
                .collect(Collectors.groupingBy(JavaClass::getPackageName, TreeMap::new, Collectors.counting()));

        assertThat(files)
                .allSatisfy((name, count) -> assertThat(count)
                        .as(name)
                        .isLessThanOrEqualTo(name.equals("dev.attest") ? MOST_FILES_AT_THE_DOOR : MOST_FILES));
    }

    @Test
    void callsEachThingByANameOfItsOwn() {
        Map<String, Long> names = CORE.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !isPackageInfo(type))
                .collect(Collectors.groupingBy(JavaClass::getSimpleName, Collectors.counting()));

        assertThat(names).allSatisfy((name, count) -> assertThat(count).as(name).isEqualTo(1));
    }

    @ParameterizedTest
    @CsvSource({
        "http, org.apache.hc..",
        "json, com.google.gson..",
        "mime, org.apache.james..",
        "browser.selenide, com.codeborne..",
        "browser.selenium, org.openqa.."
    })
    void showsALibraryToOnePackage(String owner, String library) {
        ArchRule rule = noClasses()
                .that()
                .resideOutsideOfPackage("dev.attest.internal." + owner)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(library)
                .because("nobody needs it for Attest, or it is relocated and could be replaced");

        rule.check(CORE);
    }

    @Test
    void printsInOnePlaceOnly() {
        noClasses()
                .that()
                .doNotHaveSimpleName("AttestRuntime")
                .and()
                .doNotHaveFullyQualifiedName("dev.attest.internal.console.StandardStreams$OfJvm")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .because("a reporter is a guest in the output of a build")
                .check(CORE);
    }

    /** A CI system would execute parts of the texts that our lines quote. */
    @Test
    void printsWhereTheTextOfOthersBecomesHarmless() {
        noClasses()
                .that()
                .doNotHaveSimpleName("UserConsole")
                .and()
                .doNotHaveSimpleName("TeePrintStream") // hands on what tests print
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "something is printed",
                        call -> call.getTargetOwner().isAssignableTo(PrintStream.class)
                                && call.getName().matches("print.*|format|append|write.*")))
                .check(CORE);
    }

    @Test
    void logsThroughWhatTheLoggerOfTheUserCannotBreak() {
        noClasses()
                .that()
                .doNotHaveSimpleName("GuardedLogger")
                .and()
                .doNotHaveSimpleName("DeclaredAnnotations") // guards its only message itself
                .should()
                .callMethod(System.class, "getLogger", String.class)
                .because("what a logger throws on the thread of a test becomes the outcome of the test")
                .check(CORE);
    }

    @Test
    void neverEndsTheJvm() {
        noClasses()
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "halt", int.class)
                .check(CORE);
    }

    @Test
    void throwsNoGenericExceptions() {
        NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS.check(CORE);
        NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(CORE);
    }

    @Test
    void marksEachPackageForNull() {
        assertThat(CORE.getPackage("dev.attest").getSubpackagesInTree())
                .filteredOn(candidate -> !candidate.getClasses().isEmpty())
                .allSatisfy(candidate -> assertThat(isNullMarked(candidate))
                        .as(candidate.getName())
                        .isTrue());
    }

    @Test
    void makesItsClassesFinalUnlessTheyAreExtended() {
        classes()
                .that()
                .areTopLevelClasses()
                .and()
                .areNotInterfaces()
                .and()
                .areNotEnums()
                .and()
                .areNotRecords()
                .should()
                .haveModifier(JavaModifier.FINAL)
                .because("what is not designed for extension is final")
                .check(CORE.that(DescribedPredicate.describe(
                        "concrete classes of Attest",
                        type -> !isPackageInfo(type)
                                && type.getSubclasses().isEmpty()
                                && !type.getModifiers().contains(JavaModifier.ABSTRACT))));
    }

    private static Map<String, Set<String>> arrows() {
        return ARROWS.lines()
                .map(line -> line.split(":", 2))
                .collect(Collectors.toMap(line -> line[0].strip(), line -> words(line[1]), (a, b) -> a, TreeMap::new));
    }

    private static Set<String> words(String text) {
        return Stream.of(text.strip().split(" +"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String nameOf(JavaClass type) {
        String name = type.getPackageName();
        return name.equals("dev.attest") ? "door" : name.replaceFirst("^dev\\.attest\\.(internal\\.)?", "");
    }

    private static boolean isPackageInfo(JavaClass type) {
        return type.getSimpleName().equals("package-info");
    }

    private static boolean isNullMarked(JavaPackage candidate) {
        return candidate.isAnnotatedWith(NullMarked.class);
    }
}
