package org.criticalfriend.engine.form;

import java.time.ZonedDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A checklist or taglist: any of the options, each once. */
record ManyChoicesInput(boolean required, Options options) implements Input {

    /** How many choices are looked at: more than any form offers. */
    private static final int MOST = 1_000;

    static ManyChoicesInput of(Component component) {
        return new ManyChoicesInput(component.flag("validate/required", false), Options.of(component));
    }

    @Override
    public Object empty() {
        return List.of();
    }

    @Override
    public Object opened(Object value, Map<String, Object> known) {
        if (!(value instanceof List<?> list)) {
            return List.of();
        }
        List<Object> offered = options.offered(known);
        return list.stream()
                .flatMap(each -> Options.choice(each).stream())
                .filter(choice -> options.computed() || offered.contains(choice))
                .distinct()
                .toList();
    }

    @Override
    public Object read(Object value) throws NotReadable {
        if (value == null || value.equals("")) {
            return List.of();
        }
        if (!(value instanceof List<?> list) || list.size() > MOST) {
            throw new NotReadable(OneChoiceInput.NOT_OFFERED);
        }
        Set<Object> choices = new LinkedHashSet<>();
        for (Object each : list) {
            choices.add(Options.choice(each).orElseThrow(() -> new NotReadable(OneChoiceInput.NOT_OFFERED)));
        }
        return List.copyOf(choices);
    }

    @Override
    public Optional<String> fault(Object value, Situation situation) {
        List<?> choices = (List<?>) value;
        if (choices.isEmpty()) {
            return required ? Optional.of("please choose at least one") : Optional.empty();
        }
        return options.offered(situation).containsAll(choices)
                ? Optional.empty()
                : Optional.of(OneChoiceInput.NOT_OFFERED);
    }

    @Override
    public Object kept(Object value, ZonedDateTime now) {
        return value;
    }

    @Override
    public Object notAsked() {
        return List.of();
    }
}
