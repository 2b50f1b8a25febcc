package dev.attest.standin.junit;

import dev.attest.standin.StandIn;
import dev.attest.standin.StandInOptions;
import dev.attest.standin.rules.Product;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherConstants;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@Execution(ExecutionMode.SAME_THREAD) // the fixtures tell what they saw in static fields
class StandInExtensionIT {

    private static final Queue<StandIn> SEEN = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void forget() {
        SEEN.clear();
    }

    @Test
    void sharesOneStandInInAClassAndItsNestedClasses() {
        assertThat(failures(Shared.class)).isEmpty();

        assertThat(SEEN).hasSize(5);
        assertThat(Collections.nCopies(5, SEEN.peek())).containsExactlyElementsOf(SEEN);
        assertThat(SEEN).allSatisfy(StandInExtensionIT::isClosed);
    }

    @Test
    void removesRequestsAndAddedFaultsBeforeEachTest() {
        assertThat(failures(Dirty.class)).isEmpty();

        assertThat(SEEN).hasSize(3).allSatisfy(each -> assertThat(each).isSameAs(SEEN.peek()));
    }

    @Test
    void givesEachTestAStandInOfItsOwn() {
        assertThat(failures(PerTest.class)).isEmpty();
        assertThat(SEEN).hasSize(3).doesNotHaveDuplicates().allSatisfy(StandInExtensionIT::isClosed);

        SEEN.clear();
        assertThat(failures(InstanceField.class)).isEmpty();
        assertThat(SEEN).hasSize(3).doesNotHaveDuplicates().allSatisfy(StandInExtensionIT::isClosed);

        SEEN.clear();
        assertThat(failures(OnMethod.class)).isEmpty();
        assertThat(SEEN).hasSize(1).allSatisfy(StandInExtensionIT::isClosed);
    }

    @Test
    void sharesOneInAClassWithOneTestInstance() {
        assertThat(failures(OneInstance.class)).isEmpty();

        assertThat(SEEN).hasSize(2).allSatisfy(each -> assertThat(each).isSameAs(SEEN.peek()));
        assertThat(SEEN).allSatisfy(StandInExtensionIT::isClosed);
    }

    @Test
    void givesANestedClassWithOptionsAStandInOfItsOwn() {
        assertThat(failures(Outer.class)).isEmpty();

        assertThat(SEEN).hasSize(3).doesNotHaveDuplicates().allSatisfy(StandInExtensionIT::isClosed);
    }

    @Test
    void closesAfterFailures() {
        assertThat(failures(Failing.class)).containsOnlyKeys("fails()", "alsoFails()");
        assertThat(failures(FailingBefore.class)).containsOnlyKeys("FailingBefore");

        assertThat(SEEN).hasSize(3).allSatisfy(StandInExtensionIT::isClosed);
    }

    @Test
    void removesNothingWhileATestOfTheSameClassRuns() {
        assertThat(failures(AtOnce.class)).isEmpty();

        assertThat(SEEN).hasSize(2).allSatisfy(each -> assertThat(each).isSameAs(SEEN.peek()));
    }

    @Test
    void startsOneForEachClassThatInheritsTheField() {
        assertThat(failures(FirstHeir.class, SecondHeir.class)).isEmpty();

        assertThat(SEEN).hasSize(2).doesNotHaveDuplicates().allSatisfy(StandInExtensionIT::isClosed);
    }

    @Test
    void saysWhatToDoWhereThereIsNoStandIn() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new StandInExtension().standIn())
                .withMessageContaining(
                        "No stand-in runs for this StandInExtension. Annotate its field with @RegisterExtension");
        assertThat(failures(TooEarly.class).get("TooEarly"))
                .hasMessageContaining("There is no stand-in for ")
                .hasMessageContaining("Take it as a parameter of the test or of @BeforeEach");
        assertThat(failures(NotExtended.class).get("wants(StandIn)"))
                .hasMessageContaining("No ParameterResolver registered for parameter [" + StandIn.class.getName());
        assertThat(failures(Unreadable.class).get("Unreadable"))
                .hasMessageContaining("\"sometimes\" is not understood");
    }

    private static void isClosed(StandIn service) {
        assertThat(service.port()).isNegative(); // it has none any more
        assertThat(service.data()).doesNotExist();
    }

    private static Map<String, Throwable> failures(Class<?>... classes) {
        Map<String, Throwable> failures = new HashMap<>();
        List<String> run = new ArrayList<>();
        var request = LauncherDiscoveryRequestBuilder.request()
                .selectors(Arrays.stream(classes)
                        .map(DiscoverySelectors::selectClass)
                        .toList())
                .configurationParameter(LauncherConstants.DEACTIVATE_LISTENERS_PATTERN_PROPERTY_NAME, "*")
                .configurationParameter("junit.jupiter.conditions.deactivate", "org.junit.*DisabledCondition")
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.mode.default", "same_thread")
                .build();
        var config = LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .build();
        LauncherFactory.create(config).execute(request, new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                synchronized (failures) {
                    String name = test.getDisplayName().replaceAll(".*[$]", "");
                    run.add(name);
                    result.getThrowable().ifPresent(e -> failures.put(name, e));
                }
            }
        });
        assertThat(run).hasSizeGreaterThan(1);
        return failures;
    }

    /** Makes a request that the stand-in records, and returns the status of its reply. */
    private static int ask(StandIn service) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(service.url() + "/_apis/projects"))
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }

    @Disabled
    @StandInTest
    static class Shared {

        Shared(StandIn service) {
            assertThat(service.project()).isEqualTo("demo");
        }

        @BeforeAll
        static void prepare(StandIn service) {
            SEEN.add(service);
        }

        @AfterEach
        void stillRuns(StandIn service) throws Exception {
            assertThat(ask(service)).isPositive();
        }

        @RepeatedTest(2)
        void uses(StandIn service) {
            SEEN.add(service);
        }

        @Nested
        class Inner {

            @BeforeEach
            void prepare(StandIn service) {
                SEEN.add(service);
            }

            @Test
            void uses(StandIn service) {
                SEEN.add(service);
            }
        }
    }

    @Disabled
    @StandInTest(faults = "GET *: nth=1 status=503")
    static class Dirty {

        @RepeatedTest(3)
        void findsTheStandInAsItWasAtFirst(StandIn service) throws Exception {
            SEEN.add(service);
            assertThat(service.requests()).isEmpty();
            assertThat(service.faults().active()).singleElement().satisfies(fault -> {
                assertThat(fault.rule()).isEqualTo("GET *: nth=1 status=503");
                assertThat(fault.seen()).isZero();
            });

            assertThat(ask(service)).isEqualTo(503);
            service.faults().add("* *: status=500");

            assertThat(service.requests()).hasSize(1);
        }
    }

    @Disabled
    @StandInTest(
            perTest = true,
            product = Product.TFS_2018,
            projects = {"shop", "cart"})
    static class PerTest {

        @RepeatedTest(3)
        void uses(StandIn service) {
            SEEN.add(service);
            assertThat(service.project()).isEqualTo("shop");
        }
    }

    @Disabled
    static class InstanceField {

        @RegisterExtension
        final StandInExtension service =
                new StandInExtension(StandInOptions.defaults().withToken("secret"));

        @RepeatedTest(3)
        void uses(StandIn same) {
            SEEN.add(service.standIn());
            assertThat(same).isSameAs(service.standIn());
            assertThat(same.token()).isEqualTo("secret");
        }
    }

    @Disabled
    static class OnMethod {

        @Test
        @ExtendWith(StandInExtension.class)
        void uses(StandIn service) {
            SEEN.add(service);
        }
    }

    @Disabled
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class OneInstance {

        @RegisterExtension
        final StandInExtension service = new StandInExtension();

        @BeforeAll
        void prepare() {
            SEEN.add(service.standIn());
        }

        @Test
        void uses() {
            SEEN.add(service.standIn());
        }
    }

    @Disabled
    @StandInTest
    static class Outer {

        @Test
        void uses(StandIn service) {
            SEEN.add(service);
            assertThat(service.project()).isEqualTo("demo");
        }

        @Nested
        @StandInTest(projects = "shop")
        class Inner {

            @Test
            void uses(StandIn service) {
                SEEN.add(service);
                assertThat(service.project()).isEqualTo("shop");
            }
        }

        @Nested
        @StandInTest(projects = "cart", perTest = true)
        class Another {

            @Test
            void uses(StandIn service) {
                SEEN.add(service);
                assertThat(service.project()).isEqualTo("cart");
            }
        }
    }

    @Disabled
    @StandInTest(perTest = true)
    static class Failing {

        @BeforeEach
        void fails(StandIn service) {
            SEEN.add(service);
            throw new IllegalStateException("as planned");
        }

        @Test
        void fails() {}

        @Test
        void alsoFails() {}
    }

    @Disabled
    @StandInTest
    static class FailingBefore {

        @BeforeAll
        static void fails(StandIn service) {
            SEEN.add(service);
            throw new IllegalStateException("as planned");
        }

        @Test
        void neverRuns() {}
    }

    @Disabled
    @StandInTest
    @Execution(ExecutionMode.CONCURRENT)
    static class AtOnce {

        private static final CyclicBarrier BOTH = new CyclicBarrier(2);

        @Test
        void first(StandIn service) throws Exception {
            use(service);
        }

        @Test
        void second(StandIn service) throws Exception {
            use(service);
        }

        private static void use(StandIn service) throws Exception {
            SEEN.add(service);
            int asked = ask(service);
            BOTH.await(20, TimeUnit.SECONDS);
            assertThat(asked).isPositive();
            assertThat(service.requests()).isNotEmpty();
        }
    }

    abstract static class Ancestor {

        @RegisterExtension
        static final StandInExtension SERVICE = new StandInExtension();

        static final CyclicBarrier BOTH = new CyclicBarrier(2);

        @Test
        void uses(StandIn service) throws Exception {
            SEEN.add(service);
            BOTH.await(20, TimeUnit.SECONDS);
            assertThatCode(SERVICE::standIn)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("2 stand-ins run for this StandInExtension")
                    .hasMessageContaining("Take a parameter of the type StandIn");
            BOTH.await(20, TimeUnit.SECONDS);
        }
    }

    @Disabled
    @Execution(ExecutionMode.CONCURRENT)
    static class FirstHeir extends Ancestor {}

    @Disabled
    @Execution(ExecutionMode.CONCURRENT)
    static class SecondHeir extends Ancestor {}

    @Disabled
    @StandInTest(perTest = true)
    static class TooEarly {

        @BeforeAll
        static void wants(StandIn service) {
            SEEN.add(service);
        }

        @Test
        void neverRuns() {}
    }

    @Disabled
    static class NotExtended {

        @Test
        void wants(StandIn service) {
            SEEN.add(service);
        }
    }

    @Disabled
    @StandInTest(faults = "POST *: sometimes")
    static class Unreadable {

        @Test
        void neverRuns() {}
    }
}
