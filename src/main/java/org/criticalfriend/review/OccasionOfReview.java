package org.criticalfriend.review;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.notification.Letter;
import org.criticalfriend.notification.NothingToSay;
import org.criticalfriend.notification.Notice;
import org.criticalfriend.notification.Occasion;
import org.criticalfriend.notification.PersonalLinks;
import org.criticalfriend.notification.ToSay;

/** One kind of {@link News} as an occasion to write to people. */
final class OccasionOfReview implements Occasion {

    /** How long somebody can say by the link in a mail that they know. */
    private static final int DAYS_TO_SAY_SO = 28;

    private final News news;
    private final Around around;

    /** What every kind needs. */
    record Around(
            Reviews reviews,
            Standings standings,
            WordsOfReview words,
            ReportReaders reportReaders,
            PersonalLinks links,
            TeamLinks teamLinks,
            Clock clock) {}

    OccasionOfReview(News news, Around around) {
        this.news = news;
        this.around = around;
    }

    @Override
    public String name() {
        return news.occasion();
    }

    @Override
    public ToSay now(Notice notice) {
        Optional<Review> found = around.reviews().find(notice.subject());
        if (found.isEmpty()) {
            return new NothingToSay("There is no such review any more.");
        }
        Review review = found.get();
        Optional<String> needless = news.needless(review, notice.turn(), SchoolTime.today(around.clock()));
        if (needless.isPresent()) {
            return new NothingToSay(needless.get());
        }
        Standing standing = around.standings().of(notice.recipient(), review);
        return isFor(review, standing)
                ? Letter.of("review/" + news.occasion(), values(notice, review, standing))
                : new NothingToSay("It is not theirs to know any more.");
    }

    private boolean isFor(Review review, Standing standing) {
        return news == News.REPORT_RELEASED
                ? around.reportReaders().readable(review, standing).isPresent()
                : news.isFor(standing);
    }

    private Map<String, Object> values(Notice notice, Review review, Standing standing) {
        Map<String, Object> values = new HashMap<>(around.words().of(review, standing));
        Optional<Acknowledgement> asked = news.inReturn(standing);
        values.put("sayUrl", asked.map(what -> sayUrl(what, notice)).orElse(""));
        values.put("sayWords", asked.map(Acknowledgement::button).orElse(""));
        values.put("ofHost", standing.hostLeadership());
        values.put("head", standing.hostHead());
        values.put("standIn", standing.isStandIn());
        values.put("champion", standing.isChampion());
        values.put("comes", standing.comes());
        values.put(
                "cannotComeUrl", standing.isOfTeam() ? around.teamLinks().cannotCome(review, standing.person()) : "");
        values.put("ofstedUrl", offUrl(review, standing, VisitIsOff.What.OFSTED));
        values.put("closedUrl", offUrl(review, standing, VisitIsOff.What.SCHOOL_CLOSED));
        return values;
    }

    private String offUrl(Review review, Standing standing, VisitIsOff.What what) {
        return standing.hostHead() && news.isAboutThePlan()
                ? around.teamLinks().visitIsOff(review, standing.person(), what)
                : "";
    }

    private String sayUrl(Acknowledgement what, Notice notice) {
        String turn = what == Acknowledgement.QUESTIONS ? notice.turn() : "";
        return around.links()
                .url(
                        what.purpose(),
                        AcknowledgementLink.subject(notice.subject(), turn),
                        notice.recipient(),
                        notice.since().plus(DAYS_TO_SAY_SO, ChronoUnit.DAYS));
    }
}
