package org.criticalfriend.review;

import java.time.Clock;
import org.criticalfriend.notification.LinkPurpose;
import org.criticalfriend.notification.Occasion;
import org.criticalfriend.notification.PersonalLinks;
import org.criticalfriend.review.OccasionOfReview.Around;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Each kind of {@link News} is an occasion of its own, and each {@link Acknowledgement} a purpose of links. */
@Configuration
class MailsOfReview {

    @Bean
    Around aroundOccasions(
            Reviews reviews,
            Standings standings,
            WordsOfReview words,
            ReportReaders reportReaders,
            PersonalLinks links,
            TeamLinks teamLinks,
            Clock clock) {
        return new Around(reviews, standings, words, reportReaders, links, teamLinks, clock);
    }

    @Bean
    Occasion visitPlanned(Around around) {
        return new OccasionOfReview(News.VISIT_PLANNED, around);
    }

    @Bean
    Occasion questionsIssued(Around around) {
        return new OccasionOfReview(News.QUESTIONS_ISSUED, around);
    }

    @Bean
    Occasion visitAhead(Around around) {
        return new OccasionOfReview(News.VISIT_AHEAD, around);
    }

    @Bean
    Occasion visitSoon(Around around) {
        return new OccasionOfReview(News.VISIT_SOON, around);
    }

    @Bean
    Occasion reflectionDeadlineSet(Around around) {
        return new OccasionOfReview(News.REFLECTION_DEADLINE_SET, around);
    }

    @Bean
    Occasion targetsSet(Around around) {
        return new OccasionOfReview(News.TARGETS_SET, around);
    }

    @Bean
    Occasion reportReleased(Around around) {
        return new OccasionOfReview(News.REPORT_RELEASED, around);
    }

    @Bean
    Occasion actionPlanAgreed(Around around) {
        return new OccasionOfReview(News.ACTION_PLAN_AGREED, around);
    }

    @Bean
    Occasion followUpHeld(Around around) {
        return new OccasionOfReview(News.FOLLOW_UP_HELD, around);
    }

    @Bean
    Occasion reviewCancelled(Around around) {
        return new OccasionOfReview(News.REVIEW_CANCELLED, around);
    }

    @Bean
    AcknowledgementLink.Around aroundLinks(
            Reviews reviews, Standings standings, Acknowledgements acknowledgements, Heading heading) {
        return new AcknowledgementLink.Around(reviews, standings, acknowledgements, heading);
    }

    @Bean
    LinkPurpose questionsAcknowledged(AcknowledgementLink.Around aroundLinks) {
        return new AcknowledgementLink(Acknowledgement.QUESTIONS, aroundLinks);
    }

    @Bean
    LinkPurpose planOfVisitAcknowledged(AcknowledgementLink.Around aroundLinks) {
        return new AcknowledgementLink(Acknowledgement.PLAN_OF_VISIT, aroundLinks);
    }

    @Bean
    LinkPurpose keepsTheDayAcknowledged(AcknowledgementLink.Around aroundLinks) {
        return new AcknowledgementLink(Acknowledgement.KEEPS_THE_DAY, aroundLinks);
    }

    @Bean
    LinkPurpose targetsAcknowledged(AcknowledgementLink.Around aroundLinks) {
        return new AcknowledgementLink(Acknowledgement.TARGETS, aroundLinks);
    }

    @Bean
    LinkPurpose actionPlanAcknowledged(AcknowledgementLink.Around aroundLinks) {
        return new AcknowledgementLink(Acknowledgement.ACTION_PLAN, aroundLinks);
    }

    @Bean
    LinkPurpose followUpAcknowledged(AcknowledgementLink.Around aroundLinks) {
        return new AcknowledgementLink(Acknowledgement.FOLLOW_UP, aroundLinks);
    }
}
