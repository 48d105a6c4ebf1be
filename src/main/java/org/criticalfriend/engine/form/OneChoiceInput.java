package org.criticalfriend.engine.form;

import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;

/** A select or radio: one of the options, or none. */
record OneChoiceInput(boolean required, Options options) implements Input {

    static final String NOT_OFFERED = "please choose one of the options shown";

    static OneChoiceInput of(Component component) {
        return new OneChoiceInput(component.flag("validate/required", false), Options.of(component));
    }

    @Override
    public Object empty() {
        return null;
    }

    @Override
    public Object opened(Object value, Map<String, Object> known) {
        return Options.choice(value)
                .filter(choice -> options.computed() || options.offered(known).contains(choice))
                .orElse(null);
    }

    @Override
    public Object read(Object value) throws NotReadable {
        if (value == null || value.equals("")) {
            return null;
        }
        return Options.choice(value).orElseThrow(() -> new NotReadable(NOT_OFFERED));
    }

    @Override
    public Optional<String> fault(Object value, Situation situation) {
        if (value == null) {
            return required ? Optional.of("please choose one") : Optional.empty();
        }
        return options.offered(situation).contains(value) ? Optional.empty() : Optional.of(NOT_OFFERED);
    }

    @Override
    public Object kept(Object value, ZonedDateTime now) {
        return value;
    }
}
