package org.criticalfriend.review;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Kinds of evidence (G12), in words. The forms hold the same list. */
final class EvidenceType {

    private static final Map<String, String> WORDS = new LinkedHashMap<>();

    static {
        WORDS.put("DISCUSSION_STAFF", "Discussion with teachers or support staff");
        WORDS.put("DISCUSSION_LEADERS", "Discussion with leaders");
        WORDS.put("WORK_WITH_TEACHERS", "Students' work, looked at with teachers");
        WORDS.put("WORK_WITH_STUDENTS", "Students' work, looked at with students");
        WORDS.put("CONVERSATION_STUDENTS", "Conversation with students");
        WORDS.put("TEACHING_MATERIALS", "Teaching materials");
        WORDS.put("LESSON_VISIT", "Lesson visit");
        WORDS.put("OTHER", "Other");
    }

    private EvidenceType() {}

    /** The kind in words; a kind that a process owner added to the form stands as it is. */
    static String words(String type) {
        return WORDS.getOrDefault(type, type);
    }

    /** The kind in the middle of a sentence. */
    static String inASentence(String type) {
        String words = words(type);
        return Character.toLowerCase(words.charAt(0)) + words.substring(1);
    }

    /** All kinds with their words, in the order of the forms. */
    static Map<String, String> all() {
        return Collections.unmodifiableMap(WORDS);
    }
}
