package org.criticalfriend.engine.deployment;

/**
 * Something is being deployed or taken back, by whomever. Published in that transaction, before the engine writes: whoever wants to
 * see the new state of it waits until before the commit.
 */
public record ModelsChanged() {}
