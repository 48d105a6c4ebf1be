package org.criticalfriend.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;

/** Whether everybody can use what a window shows, as far as axe-core can tell. */
final class Accessible {

    private static final Set<String> SERIOUS = Set.of("serious", "critical");

    private Accessible() {}

    /**
     * Fails with what axe-core finds serious or critical against WCAG 2.2 AA.
     *
     * @param what for the message
     * @param part selector of the part to look at
     */
    static void assertNothingSerious(Page page, String what, String part) {
        assertThat(serious(page, part)).as(what).isEmpty();
    }

    /**
     * What axe-core finds serious or critical against WCAG 2.2 AA.
     *
     * @param part selector of the part to look at
     */
    static List<String> serious(Page page, String part) {
        // All pages are of one origin, so axe-core need not open another page to put frames together, nor tell what is
        // well.
        AxeRunOptions violations = new AxeRunOptions();
        violations.setResultTypes(List.of("violations"));
        return new AxeBuilder(page)
                        .setLegacyMode(true)
                        .options(violations)
                        .include(part)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                        .analyze()
                        .getViolations()
                        .stream()
                        .filter(rule -> SERIOUS.contains(rule.getImpact()))
                        .flatMap(rule -> rule.getNodes().stream()
                                .map(node -> "%s: %s".formatted(rule.getHelp(), node.getHtml())))
                        .toList();
    }
}
