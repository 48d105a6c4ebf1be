package org.criticalfriend.partnership.sheets;

/** A file that cannot be read as a register at all. The message says what to do, in plain words. */
class FileRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FileRefused(String words) {
        super(words);
    }

    FileRefused(String words, Exception cause) {
        super(words, cause);
    }
}
