package org.criticalfriend.engine.form;

import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;

/** A checkbox. As form-js does in the browser, a required one must be ticked. */
record CheckboxInput(boolean required) implements Input {

    static CheckboxInput of(Component component) {
        return new CheckboxInput(component.flag("validate/required", false));
    }

    @Override
    public Object empty() {
        return false;
    }

    @Override
    public Object opened(Object value, Map<String, Object> known) {
        return Boolean.TRUE.equals(value);
    }

    @Override
    public Object read(Object value) throws NotReadable {
        if (value == null) {
            return false;
        }
        if (value instanceof Boolean) {
            return value;
        }
        throw new NotReadable("this must be ticked or not");
    }

    @Override
    public Optional<String> fault(Object value, Situation situation) {
        return required && value.equals(false) ? Optional.of("please tick this") : Optional.empty();
    }

    @Override
    public Object kept(Object value, ZonedDateTime now) {
        return value;
    }
}
