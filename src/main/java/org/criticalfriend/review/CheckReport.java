package org.criticalfriend.review;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.engine.form.Refusal;
import org.criticalfriend.engine.form.TaskInHand;
import org.criticalfriend.partnership.PublicationPolicy;
import org.springframework.stereotype.Component;

/**
 * The host's head checks the report: what is not accurate and a reply stand beside its text, some good practice may be shared (P13), and
 * it is released, or not, as the partnership has agreed (F18).
 */
@Component
class CheckReport extends StepOfReview {

    private final Reviews reviews;
    private final Reports reports;
    private final ReportReaders readers;
    private final TellsOfReview tells;
    private final Clock clock;

    CheckReport(
            Reviews reviews,
            Reports reports,
            ReportReaders readers,
            Heading heading,
            TellsOfReview tells,
            Clock clock) {
        super(reviews, heading);
        this.reviews = reviews;
        this.reports = reports;
        this.readers = readers;
        this.tells = tells;
        this.clock = clock;
    }

    @Override
    void prefill(Map<String, Object> form, Review review) {
        Report report = reportOf(review);
        PublicationPolicy policy = readers.policyOf(review);
        form.put("readers", ReportReaders.inWords(policy));
        form.put("written", written(review, report));
        form.put("summary", report.text().summary());
        form.put("findingsText", Optional.ofNullable(report.text().findings()).orElse(""));
        form.put("optionsText", Optional.ofNullable(report.text().options()).orElse(""));
        form.put("nextSteps", Optional.ofNullable(report.text().nextSteps()).orElse(""));
        form.put(
                "practiceOptions",
                Row.options(goodPractice(review), Finding::id, finding -> Beginning.of(finding.text())));
        form.put("policy", policy.name());
        form.put("releaseWords", ReportReaders.releaseInWords(policy));
    }

    /** When the report was written, and that it is late if it is. */
    static String written(Review review, Report report) {
        return "Written on %s%s"
                .formatted(
                        SchoolTime.words(review.reached().reportWrittenOn()),
                        report.late() ? ", later than planned." : ".");
    }

    private List<Finding> goodPractice(Review review) {
        return reviews.findingsOf(review).stream()
                .filter(FindingKind::isGoodPractice)
                .toList();
    }

    @Override
    void take(Review review, TaskInHand task, Given given) {
        Set<UUID> offered = goodPractice(review).stream().map(Finding::id).collect(Collectors.toSet());
        Set<UUID> shared = given.choices("sharedPractice");
        if (!offered.containsAll(shared)) {
            throw Refusal.of("Good practice: please choose from what is shown.");
        }
        Instant now = clock.instant();
        Report checked = reportOf(review).checked(now, given.text("corrections"), given.text("reply"));
        PublicationPolicy policy = readers.policyOf(review);
        boolean release = policy != PublicationPolicy.HOST && "YES".equals(given.text("release"));
        reports.keep(release ? checked.released(now, policy) : checked);
        reports.share(shared, now);
        if (release) {
            tells.reportReleased(review, policy);
        }
    }

    private Report reportOf(Review review) {
        return reports.of(review)
                .orElseThrow(() -> Refusal.of("There is no report yet. Please tell your partnership lead."));
    }
}
