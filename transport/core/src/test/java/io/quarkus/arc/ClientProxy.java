package io.quarkus.arc;

/** Stands for that of Quarkus, which its proxies of beans implement. */
public interface ClientProxy {}
