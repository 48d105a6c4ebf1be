package org.criticalfriend.engine;

/** The application must not start as it is set up. The message says what is wrong and where, the remedy what to do. */
public class StartRefused extends RuntimeException {

    private final String remedy;

    /**
     * @param message what is wrong, with place and reason
     * @param remedy what to do
     */
    public StartRefused(String message, String remedy) {
        super(message);
        this.remedy = remedy;
    }

    /**
     * @param message what is wrong, with place and reason
     * @param remedy what to do
     * @param cause what was thrown
     */
    public StartRefused(String message, String remedy, Throwable cause) {
        super(message, cause);
        this.remedy = remedy;
    }

    /** What to do. */
    public String remedy() {
        return remedy;
    }
}
