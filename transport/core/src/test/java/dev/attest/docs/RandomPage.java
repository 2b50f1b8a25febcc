package dev.attest.docs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Makes pages of sound parts in an order that a seed decides, with or without one fault at a random place among them.
 */
final class RandomPage {

    /** What {@link #SOUND} and the faults refer to, as path and content. */
    static final List<List<String>> FILES = List.of(
            List.of("guide/other.md", "# Other page\n\n## What it's `made` of, in 2 steps\n\n## Again\n\n## Again\n"),
            List.of("guide/images/shop.png", "no picture"),
            List.of("samples/shop/pom.xml", "<project>\n  <name>Shop</name>\n  <groupId>shop</groupId>\n</project>\n"),
            List.of(
                    "samples/shop/CartTest.java",
                    "class CartTest {\n    void adds(int cents) {\n        add(cents);\n    }\n}\n"),
            List.of("core/src/test/java/OtherTest.java", "class OtherTest {}\n"),
            List.of("core/src/main/java/Main.java", "class Main {}\n"),
            List.of("samples/ci/build.yml", "steps:\n  - script: mvn verify\n    env:\n      TOKEN: $(token)\n"),
            List.of("samples/shop/attest.properties", "a=1\nb=2\nc=3\n"),
            List.of("samples/gradle/build.gradle.kts", "dependencies {\n    test(\"shop:cart:1\")\n}\n"),
            List.of("samples/ci/Jenkinsfile", "pipeline {\n    agent any\n}\n"));

    private static final List<String> SOUND = List.of(
            "## Öl & Co.: `a_b`-c\n\n[here](#öl--co-a_b-c) and [above](#page)",
            "## Twice\n\n[first](#twice), [second](#twice-1)\n\n## Twice",
            "[other](other.md), [made](other.md#what-its-made-of-in-2-steps), [again](other.md#again-1), [up](../samples)",
            "![picture](images/shop.png) and [far](https://shop.example/none.md#none), <mailto:ann@shop.example>",
            "| setting | meaning |\n|---|---|\n| `a` | the same |\n| `b` | the same |\n| | none |\n| | none |",
            "| setting |\n|---|\n| `a` |",
            "```java\nvoid adds(int cents) {\n    add(cents);\n}\n```",
            "```java\nclass OtherTest {}\n```",
            "```xml\n<name>Shop</name>\n<groupId>shop</groupId>\n```",
            "```yaml\n- script: mvn verify\n  env:\n    TOKEN: $(token)\n```",
            "```properties\nb=2\nc=3\n```",
            "```kotlin\ntest(\"shop:cart:1\")\n```",
            "- in a list\n\n  ```groovy\n  agent any\n  ```",
            "```sh\nmvn verify   # [no link](none.md)\n```",
            "```\n| a |\n|---|\n| b |\n| b |\n```",
            "`[no link](none.md)`");

    /** A part with one fault in its last line that counts. */
    enum Fault {
        DEAD_FILE("[gone](none.md)", 0, "there is no file none.md"),
        DEAD_PICTURE("![gone](images/none.png)", 0, "there is no file images/none.png"),
        WRONG_CASE("[loud](Other.md)", 0, "there is no file Other.md"),
        OUTSIDE("[out](../../other.md)", 0, "there is no file ../../other.md"),
        FROM_THE_ROOT("[root](/guide/other.md)", 0, "there is no file /guide/other.md"),
        MADE_BY_THE_BUILD("[made](../target/made.md)", 0, "there is no file ../target/made.md"),
        DEAD_ANCHOR("text\n[gone](#none)", 1, "there is no anchor #none"),
        DEAD_ANCHOR_ELSEWHERE("[gone](other.md#again-2)", 0, "there is no anchor other.md#again-2"),
        ANCHOR_OF_A_FOLDER("[gone](../samples#again)", 0, "there is no anchor ../samples#again"),
        LINK_IN_A_TABLE("| a |\n|---|\n| [gone](none.md) |", 2, "there is no file none.md"),
        REPEATED_ROW(
                "| a | b |\n|---|---|\n| `x` | [1](#page) |\n| y | 2 |\n| `x` | 3 |", 4, "the table has two rows of x"),
        FOREIGN_JAVA("```java\nvoid takes(int cents) {\n```", 0, "no sample has this java"),
        JAVA_WITH_A_GAP("```java\nclass CartTest {\n    add(cents);\n```", 0, "no sample has this java"),
        JAVA_OF_MAIN("```java\nclass Main {}\n```", 0, "no sample has this java"),
        FOREIGN_XML("```xml\n<name>shop</name>\n```", 0, "no sample has this xml"),
        FOREIGN_PROPERTIES("```properties\na=1\nc=3\n```", 0, "no sample has this properties"),
        CUT_PROPERTIES("```properties\nb=\n```", 0, "no sample has this properties"),
        FOREIGN_YAML("```yaml\n- script: mvn test\n```", 0, "no sample has this yaml"),
        WRONG_INDENT("```yaml\n- script: mvn verify\nenv:\n```", 0, "no sample has this yaml"),
        FOREIGN_KOTLIN("- a\n\n  ```kotlin\n  test()\n  ```", 2, "no sample has this kotlin"),
        FOREIGN_GROOVY("```groovy\nagent none\n```", 0, "no sample has this groovy"),
        UNKNOWN_LANGUAGE("```Java\nclass None {}\n```", 0, "no check knows the language Java");

        private final String part;
        private final int line;
        private final String problem;

        Fault(String part, int line, String problem) {
            this.part = part;
            this.line = line;
            this.problem = problem;
        }
    }

    private final List<String> parts;
    private final Random random;

    RandomPage(long seed) {
        this.random = new Random(seed);
        this.parts = new ArrayList<>(SOUND);
        Collections.shuffle(parts, random);
    }

    String sound() {
        return "# Page\n\n" + String.join("\n\n", parts) + "\n";
    }

    /** Puts the fault into the page, and returns what is to be found of it, as {@code line: problem}. */
    String add(Fault fault) {
        int place = random.nextInt(parts.size() + 1);
        String before = parts.subList(0, place).stream()
                .map(part -> part + "\n\n")
                .collect(Collectors.joining("", "# Page\n\n", ""));
        parts.add(place, fault.part);
        return before.lines().count() + 1 + fault.line + ": " + fault.problem;
    }
}
