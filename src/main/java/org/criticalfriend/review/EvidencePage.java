package org.criticalfriend.review;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.criticalfriend.access.Audit;
import org.criticalfriend.engine.InTurn;
import org.criticalfriend.engine.InTurn.Overtaken;
import org.criticalfriend.engine.form.Refusal;
import org.criticalfriend.review.EvidenceLog.Observation;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where a reviewer notes what they see and hear, on a phone and between two lessons; corrects it and takes it back, until the report is
 * written (G12, G13). Only one's own; what the others noted is read in feedback and report. The head and senior team of the host read all
 * of it, question by question, without the names of those who noted it.
 */
@Controller
class EvidencePage {

    private static final int LONGEST_NOTE = 2_000;
    private static final int LONGEST_QUESTION = 500;

    private final Standings standings;
    private final EvidenceLog log;
    private final Reviews reviews;
    private final Heading heading;
    private final InTurn inTurn;
    private final Audit audit;

    EvidencePage(Standings standings, EvidenceLog log, Reviews reviews, Heading heading, InTurn inTurn, Audit audit) {
        this.standings = standings;
        this.log = log;
        this.reviews = reviews;
        this.heading = heading;
        this.inTurn = inTurn;
        this.audit = audit;
    }

    /** What somebody has typed into one of the small forms; anything may be missing, for a caller can send anything. */
    record Typed(Integer version, String question, String newQuestion, String type, String note) {

        private static final Typed NOTHING = new Typed(null, "", "", "", "");

        Typed {
            question = Objects.requireNonNullElse(question, "");
            newQuestion = onTheDay(newQuestion).text();
            type = Objects.requireNonNullElse(type, "");
            note = noted(note).text();
        }

        private static TypedText onTheDay(String text) {
            return new TypedText("The question that came up on the day", text, LONGEST_QUESTION);
        }

        private static TypedText noted(String text) {
            return new TypedText("What you saw or heard", text, LONGEST_NOTE);
        }

        static Typed of(EvidenceItem item) {
            return new Typed(item.version(), item.question().toString(), "", item.type(), item.note());
        }

        /** @throws Refusal in words, if something is missing or too long */
        Observation asObservation() {
            refuseIf(question.isEmpty(), "Question it belongs to: please choose one.");
            boolean isNew = question.equals(EvidenceLog.NEW_QUESTION);
            refuse(
                    isNew
                            ? onTheDay(newQuestion).faultIfNeeded()
                            : onTheDay(newQuestion).fault());
            refuseIf(
                    !isNew && !newQuestion.isEmpty(),
                    "The question that came up on the day: please choose \"Another question\" above, or leave this empty.");
            refuseIf(!EvidenceType.all().containsKey(type), "Kind of evidence: please choose one.");
            refuse(noted(note).faultIfNeeded());
            return new Observation(question, isNew ? newQuestion : null, type, note);
        }

        private static void refuseIf(boolean fault, String words) {
            if (fault) {
                throw Refusal.of(words);
            }
        }

        private static void refuse(Optional<String> fault) {
            fault.ifPresent(words -> refuseIf(true, words));
        }
    }

    /**
     * One's own observation, as it stands on the page.
     *
     * @param id key
     * @param question that it answers, in words
     * @param type kind of evidence, in words
     * @param note what was noted
     * @param hints on its words
     * @param typed what the form to correct it holds
     */
    record Own(UUID id, String question, String type, String note, List<String> hints, Typed typed) {}

    @GetMapping("/review/{reference}/evidence")
    String page(@PathVariable String reference, Principal person, Model model) {
        Standings.Seen seen = standings.seen(reference, person.getName());
        Optional<Recorder> recorder = recorder(seen);
        Standings.demand(recorder.isPresent() ? isThere(seen.review()) : isReadByHost(seen));
        audit.readOnPage(person.getName(), "Evidence", reference);
        return recorder.map(one -> shown(one, Optional.empty(), Typed.NOTHING, model))
                .orElseGet(() -> shownToHost(seen.review(), model));
    }

    private boolean isThere(Review review) {
        return log.isOpen(review) || log.isClosed(review);
    }

    private boolean isReadByHost(Standings.Seen seen) {
        return seen.standing().hostLeadership() && log.isReadByHost(seen.review());
    }

    @PostMapping("/review/{reference}/evidence")
    String add(@PathVariable String reference, @ModelAttribute Typed typed, Principal person, Model model) {
        Recorder recorder = recorder(reference, person.getName());
        return done(recorder, Optional.empty(), typed, model, "added", () -> {
            Review review = openReview(reference);
            log.record(review, recorder.seat, List.of(typed.asObservation()));
        });
    }

    @PostMapping("/review/{reference}/evidence/{item}")
    String correct(
            @PathVariable String reference,
            @PathVariable UUID item,
            @ModelAttribute Typed typed,
            Principal person,
            Model model) {
        Recorder recorder = recorder(reference, person.getName());
        return done(recorder, Optional.of(item), typed, model, "corrected", () -> {
            Review review = openReview(reference);
            log.correct(review, own(recorder, item, typed.version()), typed.asObservation());
        });
    }

    @PostMapping("/review/{reference}/evidence/{item}/taken-back")
    String takeBack(
            @PathVariable String reference,
            @PathVariable UUID item,
            @RequestParam(required = false) Integer version,
            Principal person,
            Model model) {
        Recorder recorder = recorder(reference, person.getName());
        return done(recorder, Optional.of(item), Typed.NOTHING, model, "taken-back", () -> {
            openReview(reference);
            log.takeBack(own(recorder, item, version));
        });
    }

    /** Somebody who records evidence of a review. */
    private record Recorder(Review review, UUID seat) {}

    private Recorder recorder(String reference, String person) {
        return Standings.demand(recorder(standings.seen(reference, person)));
    }

    private Optional<Recorder> recorder(Standings.Seen seen) {
        return log.seatOf(seen.review(), seen.standing().person()).map(seat -> new Recorder(seen.review(), seat));
    }

    private Review openReview(String reference) {
        Review review = reviews.held(reference);
        if (log.isClosed(review)) {
            throw Refusal.of(
                    "The report has been written, so evidence is closed. What you typed still stands below: please tell the lead reviewer.");
        }
        if (!log.isOpen(review)) {
            throw Refusal.of("Evidence is recorded from the morning of the visit on.");
        }
        return review;
    }

    private EvidenceItem own(Recorder recorder, UUID item, Integer version) {
        EvidenceItem found = reviews.evidence(recorder.review, item)
                .filter(one -> one.seat().equals(recorder.seat))
                .orElseThrow(
                        () -> Refusal.of(
                                "This note is not there any more: it was taken back meanwhile. What you typed still stands below."));
        if (!found.version().equals(version)) {
            throw Refusal.of(
                    "This note was changed meanwhile, on another device or by whoever had your place before. It now reads as shown; what you typed still stands in the form.");
        }
        return found;
    }

    /** Does something in one transaction; a refusal is told on the page, with what was typed still in its form. */
    private String done(Recorder recorder, Optional<UUID> item, Typed typed, Model model, String what, Runnable work) {
        String reference = recorder.review.reference();
        try {
            inTurn.does((Supplier<Boolean>) () -> {
                work.run();
                return true;
            });
            return "redirect:/review/%s/evidence?%s".formatted(reference, what);
        } catch (Refusal | Overtaken e) {
            model.addAttribute("fault", e.getMessage());
            return shown(new Recorder(reviews.of(reference), recorder.seat), item, typed, model);
        }
    }

    /**
     * What was noted under one question.
     *
     * @param question in words, with its number
     * @param notes in the order in which they were noted
     */
    record UnderQuestion(String question, List<Noted> notes) {}

    /**
     * One observation of whomever.
     *
     * @param type kind of evidence, in words
     * @param note what was noted
     */
    record Noted(String type, String note) {}

    private String shownToHost(Review review, Model model) {
        Map<UUID, List<Noted>> notes = reviews.evidenceOf(review).stream()
                .collect(Collectors.groupingBy(
                        EvidenceItem::question,
                        Collectors.mapping(
                                item -> new Noted(EvidenceType.words(item.type()), item.note()), Collectors.toList())));
        heading.addTo(model, review);
        model.addAttribute("open", log.isOpen(review));
        model.addAttribute(
                "questions",
                reviews.questionsOf(review).stream()
                        .map(question ->
                                new UnderQuestion(question.numbered(), notes.getOrDefault(question.id(), List.of())))
                        .toList());
        return "evidence-for-host";
    }

    private String shown(Recorder recorder, Optional<UUID> item, Typed typed, Model model) {
        Review review = recorder.review;
        List<Question> questions = reviews.questionsOf(review);
        List<EvidenceItem> evidence = reviews.evidenceOf(review);
        var byId = questions.stream().collect(Collectors.toMap(Question::id, Function.identity()));
        List<Own> own = evidence.stream()
                .filter(one -> one.seat().equals(recorder.seat))
                .map(one -> new Own(
                        one.id(),
                        byId.get(one.question()).numbered(),
                        EvidenceType.words(one.type()),
                        one.note(),
                        SoftWords.hints(one.note()),
                        item.filter(one.id()::equals).isPresent() && !typed.equals(Typed.NOTHING)
                                ? new Typed(
                                        one.version(),
                                        typed.question(),
                                        typed.newQuestion(),
                                        typed.type(),
                                        typed.note())
                                : Typed.of(one)))
                .toList();
        boolean isStillThere = item.filter(
                        id -> own.stream().anyMatch(one -> one.id().equals(id)))
                .isPresent();
        heading.addTo(model, review);
        model.addAttribute("open", log.isOpen(review));
        model.addAttribute("coverage", Coverage.inWords(questions, evidence));
        model.addAttribute("questions", log.questionOptions(questions));
        model.addAttribute("types", EvidenceType.all());
        model.addAttribute("longestQuestion", LONGEST_QUESTION);
        model.addAttribute("longestNote", LONGEST_NOTE);
        model.addAttribute("own", own);
        model.addAttribute("inHand", item.filter(id -> isStillThere).orElse(null));
        // What was typed for a note that is gone can be added as a new one; what came too late can still be read.
        model.addAttribute("typed", isStillThere && log.isOpen(review) ? Typed.NOTHING : typed);
        return "evidence";
    }
}
