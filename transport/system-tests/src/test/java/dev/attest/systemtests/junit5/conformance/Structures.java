package dev.attest.systemtests.junit5.conformance;

import dev.attest.junit5.Fixture;
import dev.attest.testkit.Ledger;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Where a test is written down. */
final class Structures {

    private Structures() {}

    @Fixture
    static class NestedTwoDeep {
        @Test
        void outside() {
            throw Ledger.of(NestedTwoDeep.class, "outside").failed("has no say inside");
        }

        @Nested
        class Inner {
            @Test
            void inside() {
                Ledger.of(Inner.class, "inside").passed();
            }

            @Nested
            class Innermost {
                @Test
                void deepInside() {
                    throw Ledger.of(Innermost.class, "deepInside").failed("at the bottom");
                }
            }
        }
    }

    abstract static class Fruit {
        @Test
        void grows() {
            Ledger.of(getClass(), "grows").passed();
        }

        @Nested
        class Peeled {
            @Test
            void tastes() {
                String heir = Fruit.this.getClass().getSimpleName();
                Ledger.of(Peeled.class, "tastes", heir + " › Peeled › tastes()").passed();
            }
        }
    }

    @Fixture
    static class InheritedByApples extends Fruit {
        @Test
        void falls() {
            throw Ledger.of(InheritedByApples.class, "falls").failed("not far");
        }
    }

    @Fixture
    static class InheritedByPears extends Fruit {}

    interface Priced {
        @Test
        default void costs() {
            Ledger.of(getClass(), "costs").passed();
        }
    }

    @Fixture
    static class DefaultMethodOfAnInterface implements Priced {}

    @Fixture
    static class Overloads {
        @Test
        void it() {
            Ledger.of(Overloads.class, "it").passed();
        }

        @Test
        void it(TestInfo info) {
            throw Ledger.of(Overloads.class, "it", "Overloads › " + info.getDisplayName())
                    .failed("the other");
        }
    }

    @Fixture
    @Tag("shop")
    static class Tags {
        @Tag("slow")
        @Tag("nightly")
        @Test
        void tagged() {
            Ledger.of(Tags.class, "tagged").passed();
        }
    }

    @Fixture
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class OneInstanceForAll {
        private int runs;

        @Test
        void counts() {
            again("counts");
        }

        @Test
        void countsOn() {
            again("countsOn");
        }

        private void again(String method) {
            Ledger.Entry entry = Ledger.of(OneInstanceForAll.class, method);
            if (++runs == 2 && method.equals("countsOn")) {
                throw entry.failed("second");
            }
            entry.passed();
        }
    }

    @Fixture
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class OrderedMethods {
        private int runs;

        @Order(2)
        @Test
        void second() {
            Ledger.of(OrderedMethods.class, "second").passed();
            assertEquals(2, ++runs);
        }

        @Order(1)
        @Test
        void first() {
            Ledger.of(OrderedMethods.class, "first").passed();
            assertEquals(1, ++runs);
        }
    }
}
