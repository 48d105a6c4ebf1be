package org.criticalfriend.engine.identity;

/**
 * A person as the engine's web applications show them.
 *
 * @param id the person's id, which is the engine's user id
 * @param given given name
 * @param family family name
 * @param email e-mail address
 */
public record EnginePerson(String id, String given, String family, String email) {}
