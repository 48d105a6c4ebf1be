package org.criticalfriend.year;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.criticalfriend.notification.PublicAddress;
import org.criticalfriend.notification.TaskWords;
import org.criticalfriend.partnership.Partnership;
import org.criticalfriend.partnership.Partnerships;
import org.springframework.stereotype.Component;

/** What mails say of a year: partnership, school year, and where its page and the agenda are. Nothing that people typed. */
@Component
class WordsOfYear implements TaskWords {

    private final PlannedYears years;
    private final Partnerships partnerships;
    private final PublicAddress address;

    WordsOfYear(PlannedYears years, Partnerships partnerships, PublicAddress address) {
        this.years = years;
        this.partnerships = partnerships;
        this.address = address;
    }

    @Override
    public Optional<Map<String, Object>> of(String activity, String reference, String person) {
        return years.find(reference).map(this::of);
    }

    private Map<String, Object> of(PartnershipYear year) {
        Map<String, Object> values = new HashMap<>();
        values.put(
                "partnership",
                partnerships.find(year.partnership()).map(Partnership::name).orElse(""));
        values.put("schoolYear", year.year().toString());
        values.put("page", address.of(YearPage.path(year.partnership(), year.year())));
        values.put("agenda", address.of(ClusterMeetings.page(year.partnership())));
        return values;
    }
}
