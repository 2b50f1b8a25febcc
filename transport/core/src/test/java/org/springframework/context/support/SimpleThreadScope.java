package org.springframework.context.support;

import java.util.HashMap;
import java.util.Map;

/** Stands for Spring's: a map of beans for each thread. */
public class SimpleThreadScope {

    private final ThreadLocal<Map<String, Object>> threadScope = ThreadLocal.withInitial(HashMap::new);

    public void put(String name, Object bean) {
        threadScope.get().put(name, bean);
    }
}
