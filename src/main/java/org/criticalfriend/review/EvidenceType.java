package org.criticalfriend.review;

import java.util.Map;

/** Kinds of evidence (G12), in words. The forms hold the same list. */
final class EvidenceType {

    private static final Map<String, String> WORDS = Map.of(
            "DISCUSSION_STAFF", "Discussion with teachers or support staff",
            "DISCUSSION_LEADERS", "Discussion with leaders",
            "WORK_WITH_TEACHERS", "Students' work, looked at with teachers",
            "WORK_WITH_STUDENTS", "Students' work, looked at with students",
            "CONVERSATION_STUDENTS", "Conversation with students",
            "TEACHING_MATERIALS", "Teaching materials",
            "LESSON_VISIT", "Lesson visit",
            "OTHER", "Other");

    private EvidenceType() {}

    /** The kind in words; a kind that a process owner added to the form stands as it is. */
    static String words(String type) {
        return WORDS.getOrDefault(type, type);
    }
}
