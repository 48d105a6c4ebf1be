package org.criticalfriend.engine.form;

import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;

/**
 * A text field or text area. As form-js does in the browser, lengths are counted in UTF-16 units without the space
 * around the text. Unlike there, nothing but space counts as empty, and a text without {@code maxLength} is bounded.
 */
record TextInput(
        boolean lines,
        boolean required,
        Limit shortest,
        Limit longest,
        Optional<TextPattern> pattern,
        Optional<TextPreset> preset)
        implements Input {

    /** How long a text may be if the form does not say. */
    static final int LONGEST = 10_000;

    /** How long a form may allow a text to be. */
    static final int LONGEST_ALLOWED = 100_000;

    static TextInput of(Component component) {
        Limit longest = Limit.of(component, "validate/maxLength");
        if (longest.written().filter(most -> most.intValue() > LONGEST_ALLOWED).isPresent()) {
            throw component.refused(
                    "allows longer texts than " + LONGEST_ALLOWED + " characters", "Choose a smaller maximum length");
        }
        return new TextInput(
                component.type().equals("textarea"),
                component.flag("validate/required", false),
                Limit.of(component, "validate/minLength"),
                longest,
                pattern(component),
                preset(component));
    }

    private static Optional<TextPattern> pattern(Component component) {
        try {
            return component.text("validate/pattern").map(TextPattern::of);
        } catch (IllegalArgumentException notUnderstood) {
            throw component.refused(
                    "has a pattern that the server cannot check as the browser does: " + notUnderstood.getMessage(),
                    "Write the pattern in a simpler way");
        }
    }

    private static Optional<TextPreset> preset(Component component) {
        Optional<String> name = component.text("validate/validationType").filter(type -> !type.equals("custom"));
        if (name.isPresent() && TextPreset.of(name.get()).isEmpty()) {
            throw component.refused("has an unknown validation type", "Choose e-mail, phone or a pattern of your own");
        }
        return name.flatMap(TextPreset::of);
    }

    @Override
    public Object empty() {
        return "";
    }

    @Override
    public Object opened(Object value, Map<String, Object> known) {
        boolean none = value == null || value instanceof Iterable || value instanceof Map;
        return none ? "" : PlainText.unified(String.valueOf(value), lines);
    }

    @Override
    public Object read(Object value) throws NotReadable {
        if (value == null) {
            return "";
        }
        if (value instanceof String text) {
            return PlainText.unified(text, lines);
        }
        throw new NotReadable("this must be text");
    }

    @Override
    public Optional<String> fault(Object value, Situation situation) {
        String text = PlainText.trimmed((String) value);
        if (text.isEmpty()) {
            return required ? Optional.of("please fill this in") : Optional.empty();
        }
        if (!PlainText.canBeKept(text)) {
            return Optional.of("this contains characters that cannot be kept, please type it in again");
        }
        int most = longest.in(situation).map(BigDecimal::intValue).orElse(LONGEST);
        if (text.length() > Math.min(most, LONGEST_ALLOWED)) {
            return Optional.of("please shorten this" + told(longest, most, "to at most"));
        }
        Optional<BigDecimal> least = shortest.in(situation);
        if (least.isPresent() && text.length() < least.get().doubleValue()) {
            return Optional.of("please write more" + told(shortest, least.get().intValue(), "here, at least"));
        }
        if (preset.isPresent() && !preset.get().fits(text)) {
            return Optional.of(preset.get().words());
        }
        if (pattern.isPresent() && !pattern.get().isFoundIn(text)) {
            return Optional.of("this is not written in the way the field asks for");
        }
        return Optional.empty();
    }

    private static String told(Limit limit, int characters, String how) {
        boolean writtenOrOurs = limit.written().isPresent() || characters == LONGEST;
        return writtenOrOurs ? " " + how + " " + characters + " characters" : "";
    }

    @Override
    public Object kept(Object value, ZonedDateTime now) {
        String text = PlainText.trimmed((String) value);
        return text.isEmpty() ? null : text;
    }
}
