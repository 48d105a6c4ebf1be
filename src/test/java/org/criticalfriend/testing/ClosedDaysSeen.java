package org.criticalfriend.testing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.criticalfriend.testing.TestPartnership.Made;
import org.springframework.stereotype.Component;

/** The page of what does not fit the calendars any more, as whoever is in charge uses it. */
@Component
public class ClosedDaysSeen {

    private static final Pattern ROW = Pattern.compile("<tr>.*?</tr>", Pattern.DOTALL);
    private static final Pattern FIELD =
            Pattern.compile("<input type=\"hidden\" name=\"(review|meeting|day|seat)\" value=\"([^\"]*)\"");

    /** Path of the page. */
    public String path(Made made) {
        return "/partnership/%s/closed-days".formatted(made.id());
    }

    /** Presses the button of the first row with such words; key of the change that comes of it. */
    public UUID seeEveryWayOut(Browser browser, Made made, String words) {
        String page = browser.get(path(made)).body();
        String row = ROW.matcher(page)
                .results()
                .map(found -> found.group())
                .filter(one -> one.contains(words) && one.contains("<button"))
                .findFirst()
                .orElseThrow(
                        () -> new AssertionError("There is no row of %s with a button in %s".formatted(words, page)));
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher field = FIELD.matcher(row);
        while (field.find()) {
            fields.put(field.group(1), field.group(2));
        }
        Browser.Page answer = browser.post(path(made), fields);
        if (!answer.location().startsWith("/change/")) {
            throw new AssertionError("%d %s".formatted(answer.status(), answer.body()));
        }
        return UUID.fromString(answer.location().substring("/change/".length()));
    }
}
