package org.criticalfriend.review;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The questions of a visit with what the host has noted on each (G14), as forms list them. */
record NotesOnQuestions(List<Question> questions, List<QuestionNote> notes) {

    static NotesOnQuestions of(Reviews reviews, PreparationRecord preparation, Review review) {
        return new NotesOnQuestions(reviews.questionsOf(review), preparation.notesOf(review));
    }

    /** A row for each question; its note is empty if there is none. */
    List<Map<String, Object>> perQuestion() {
        Map<String, String> noted = notes.stream().collect(Collectors.toMap(QuestionNote::asked, QuestionNote::note));
        return questions.stream()
                .map(question ->
                        Row.of("question", question.numbered(), "note", noted.getOrDefault(question.text(), "")))
                .toList();
    }

    /** A row for each question with a note. */
    List<Map<String, Object>> noted() {
        return perQuestion().stream().filter(row -> !"".equals(row.get("note"))).toList();
    }

    /** Notes on questions that are not asked any more, because the driving question has changed. */
    List<Map<String, Object>> onEarlierQuestions() {
        Set<String> asked = questions.stream().map(Question::text).collect(Collectors.toSet());
        return notes.stream()
                .filter(note -> !asked.contains(note.asked()))
                .map(note -> Row.of("question", note.asked(), "note", note.note()))
                .toList();
    }
}
