package dev.attest.standin;

import java.util.List;
import java.util.Map;

/**
 * What a page holds in its browser, after the garbage is collected.
 *
 * @param heap bytes of objects of its scripts
 */
record PageMemory(long heap, long nodes, long listeners) {

    static PageMemory of(PageBrowser browser) {
        var driver = browser.driver();
        driver.executeCdpCommand("Performance.enable", Map.of());
        driver.executeCdpCommand("HeapProfiler.collectGarbage", Map.of());
        driver.executeCdpCommand("HeapProfiler.collectGarbage", Map.of());
        var metrics = (List<?>)
                driver.executeCdpCommand("Performance.getMetrics", Map.of()).get("metrics");
        return new PageMemory(
                value(metrics, "JSHeapUsedSize"), value(metrics, "Nodes"), value(metrics, "JSEventListeners"));
    }

    private static long value(List<?> metrics, String name) {
        return metrics.stream()
                .map(each -> (Map<?, ?>) each)
                .filter(each -> name.equals(each.get("name")))
                .mapToLong(each -> ((Number) each.get("value")).longValue())
                .findFirst()
                .orElseThrow();
    }
}
