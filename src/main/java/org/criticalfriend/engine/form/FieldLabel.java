package org.criticalfriend.engine.form;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What people call a field. */
final class FieldLabel {

    private FieldLabel() {}

    /**
     * The label that stands in the form. One that is put together from values is not used, for those may be what somebody
     * typed; then, and without any label, the key is made readable: {@code whoWouldHelp} is {@code Who would help}.
     */
    static String of(Component component, List<String> path) {
        return Stream.of("label", "dateLabel", "timeLabel")
                .flatMap(name -> component.text(name).stream())
                .map(String::strip)
                .filter(label -> !label.startsWith("=") && !label.contains("{{"))
                .findFirst()
                .orElseGet(() -> readable(path.get(path.size() - 1)));
    }

    private static String readable(String key) {
        String words = key.replace('_', ' ')
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT)
                .strip();
        return Optional.of(words)
                .filter(text -> !text.isEmpty())
                .map(text -> text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1))
                .orElse(key);
    }
}
