package org.criticalfriend.review;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.criticalfriend.planning.PossibleVisit;
import org.criticalfriend.planning.ShapeOfReviews;
import org.springframework.stereotype.Component;

/** Answers planning from {@code team-size.dmn} and {@code deadlines.dmn}, in the versions that are in force. */
@Component
class ReviewShapes implements ShapeOfReviews {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private final TeamSizes sizes;
    private final DeadlinesTable table;

    ReviewShapes(TeamSizes sizes, DeadlinesTable table) {
        this.sizes = sizes;
        this.table = table;
    }

    @Override
    public Map<String, Team> teams(String partnership, Collection<String> hosts) {
        return sizes.of(partnership, hosts, ReviewKind.SCHOOL).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        size -> new Team(
                                size.getValue().reviewers(),
                                size.getValue().associates(),
                                size.getValue().days().multiply(TWO).intValue())));
    }

    @Override
    public List<PossibleVisit> visits(Asked asked) {
        Review imagined = Review.planned(
                asked.host(),
                new PlannedReview(
                        asked.partnership(),
                        asked.host(),
                        "",
                        asked.year().firstDay(),
                        asked.year().firstDay(),
                        Map.of(),
                        Map.of()));
        return new PossibleVisits(asked, table.of(imagined)).all();
    }
}
