package org.springframework.aop.framework;

/** Stands for Spring's, which proxies implement that tell what is behind them. */
public interface Advised {

    Object getTargetSource();
}
