package org.springframework.aop;

/** Stands for Spring's, which all its proxies implement. */
public interface SpringProxy {}
