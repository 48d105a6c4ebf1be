package org.criticalfriend.engine;

/**
 * Something that is done once when the application starts: after the tables of application and engine are there, before the
 * first request and the first job. Steps run in the order of their {@link org.springframework.core.annotation.Order}.
 */
public interface StartStep {

    /** Order of what the engine's tables need for our queries. */
    int INDEXES = 5;

    /** Order of keys that the application makes for itself. */
    int KEYS = 7;

    /** Order of the deployment of packaged models. */
    int MODELS = 10;

    /** Order of filters and rights. */
    int RIGHTS = 20;

    /** Order of sign-ins without which nobody could enter. */
    int SIGN_INS = 30;

    /** Order of what running reviews of an earlier version lack. */
    int REVIEWS = 35;

    /** Order of the sample. */
    int SAMPLE = 40;

    /** Order of processes of which one always waits. After the sample, which has lived through its past without them. */
    int WAITING = 50;

    /** @throws StartRefused if the application must not start, with place and reason */
    void run();
}
