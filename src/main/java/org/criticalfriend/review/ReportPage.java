package org.criticalfriend.review;

import java.security.Principal;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.criticalfriend.access.Audit;
import org.criticalfriend.engine.InTurn;
import org.criticalfriend.partnership.PublicationPolicy;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The report of a review, for {@linkplain ReportReaders those who may read it}; here the host's head can also release it later. */
@Controller
class ReportPage {

    private final Standings standings;
    private final Reviews reviews;
    private final Reports reports;
    private final ReportReaders readers;
    private final Heading heading;
    private final InTurn inTurn;
    private final Audit audit;
    private final TellsOfReview tells;
    private final Clock clock;

    ReportPage(
            Standings standings,
            Reviews reviews,
            Reports reports,
            ReportReaders readers,
            Heading heading,
            InTurn inTurn,
            Audit audit,
            TellsOfReview tells,
            Clock clock) {
        this.standings = standings;
        this.reviews = reviews;
        this.reports = reports;
        this.readers = readers;
        this.heading = heading;
        this.inTurn = inTurn;
        this.audit = audit;
        this.tells = tells;
        this.clock = clock;
    }

    @GetMapping("/review/{reference}/report")
    String page(@PathVariable String reference, Principal person, Model model) {
        Standings.Seen seen = standings.glanced(reference, person.getName());
        Report report = readable(seen);
        audit.readOnPage(person.getName(), "Report", reference);
        Review review = seen.review();
        PublicationPolicy policy = readers.policyOf(review);
        heading.addTo(model, review);
        model.addAttribute("written", CheckReport.written(review, report));
        model.addAttribute("report", report);
        model.addAttribute("accepted", accepted(report));
        model.addAttribute("open", ReportReaders.openInWords(report.openTo(policy)));
        model.addAttribute("canRelease", seen.standing().hostHead() && canBeReleased(report, policy));
        model.addAttribute("releaseWords", ReportReaders.releaseInWords(policy));
        Set<UUID> shared = reports.sharedOf(review);
        model.addAttribute(
                "practice",
                reviews.findingsOf(review).stream()
                        .filter(finding -> shared.contains(finding.id()))
                        .map(Finding::text)
                        .toList());
        return "report";
    }

    private Report readable(Standings.Seen seen) {
        return Standings.demand(readers.readable(seen.review(), seen.standing()));
    }

    private static boolean canBeReleased(Report report, PublicationPolicy policy) {
        return report.isAccepted() && report.openTo(policy).compareTo(policy) < 0;
    }

    private static String accepted(Report report) {
        if (!report.isAccepted()) {
            return "The school is still checking it.";
        }
        return report.acceptedBySilence()
                ? "The time to check it has passed, so its text counts as accurate."
                : "The school has checked it.";
    }

    /** Only the host's head releases, and only what the school has had time to check. */
    @PostMapping("/review/{reference}/report/release")
    String release(@PathVariable String reference, Principal person) {
        Standings.Seen seen = standings.glanced(reference, person.getName());
        readable(seen);
        seen.forbiddenUnless(Standing::hostHead);
        inTurn.does(() -> {
            Review review = reviews.held(reference);
            PublicationPolicy policy = readers.policyOf(review);
            Optional<Report> released = reports.of(review)
                    .filter(report -> canBeReleased(report, policy))
                    .map(report -> report.released(clock.instant(), policy));
            released.ifPresent(report -> {
                reports.keep(report);
                tells.reportReleased(review, policy);
            });
            return released;
        });
        return "redirect:/review/%s/report".formatted(reference);
    }
}
