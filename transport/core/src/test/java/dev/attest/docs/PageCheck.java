package dev.attest.docs;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds what is wrong with the Markdown pages of a checkout, each as {@code page:line: what}. Asks no network. */
final class PageCheck {

    private static final Pattern ELSEWHERE = Pattern.compile("[a-z][a-z0-9+.-]*:.*", Pattern.CASE_INSENSITIVE);

    private final Checkout checkout;
    private final SampleCode samples;
    private final Map<String, MarkdownPage> pages = new HashMap<>();

    PageCheck(Checkout checkout) {
        this.checkout = checkout;
        this.samples = new SampleCode(checkout);
    }

    /** Returns what is wrong with all pages. */
    List<String> problems() {
        return checkout.pages().stream()
                .flatMap(path -> problems(path, page(path)))
                .toList();
    }

    /** Returns the pages that no chain of links leads to. */
    List<String> unreachableFrom(String start) {
        Set<String> reached = new HashSet<>(Set.of(start));
        Deque<String> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            String path = open.pop();
            page(path).links().stream()
                    .map(link -> target(path, link.destination()))
                    .filter(target -> target.endsWith(".md") && checkout.has(target) && reached.add(target))
                    .forEach(open::push);
        }
        return checkout.pages().stream().filter(path -> !reached.contains(path)).toList();
    }

    private Stream<String> problems(String path, MarkdownPage page) {
        return Stream.of(
                        page.links().stream().flatMap(link -> deadLink(path, link)),
                        page.tables().stream().flatMap(PageCheck::repeatedRows),
                        page.codeBlocks().stream().flatMap(this::foreignCode))
                .flatMap(found -> found)
                .map(problem -> path + ":" + problem);
    }

    private Stream<String> deadLink(String path, MarkdownPage.Reference link) {
        String destination = link.destination();
        if (ELSEWHERE.matcher(destination).matches()) {
            return Stream.empty();
        }
        String target = target(path, destination);
        if (!checkout.has(target)) {
            return Stream.of(link.line() + ": there is no file " + destination);
        }
        int hash = destination.indexOf('#');
        if (hash < 0 || (target.endsWith(".md") && page(target).anchors().contains(destination.substring(hash + 1)))) {
            return Stream.empty();
        }
        return Stream.of(link.line() + ": there is no anchor " + destination);
    }

    private static Stream<String> repeatedRows(List<MarkdownPage.Row> table) {
        Set<String> cells = new HashSet<>();
        return table.stream()
                .filter(row -> !row.firstCell().isEmpty() && !cells.add(row.firstCell()))
                .map(row -> row.line() + ": the table has two rows of " + row.firstCell());
    }

    private Stream<String> foreignCode(MarkdownPage.CodeBlock block) {
        if (!samples.knows(block.language())) {
            return Stream.of(block.line() + ": no check knows the language " + block.language());
        }
        return samples.has(block)
                ? Stream.empty()
                : Stream.of(block.line() + ": no sample has this " + block.language());
    }

    private MarkdownPage page(String path) {
        return pages.computeIfAbsent(path, absent -> MarkdownPage.of(checkout.read(absent)));
    }

    /** Returns what a destination means on a page; a path that no file has where it leads out of the checkout. */
    private static String target(String page, String destination) {
        String path =
                URLDecoder.decode(destination.replaceFirst("[#?].*", "").replace("+", "%2B"), StandardCharsets.UTF_8);
        if (path.isEmpty()) {
            return page;
        }
        String resolved =
                Path.of(page).resolveSibling(path).normalize().toString().replace('\\', '/');
        return path.startsWith("/") ? path : resolved;
    }
}
