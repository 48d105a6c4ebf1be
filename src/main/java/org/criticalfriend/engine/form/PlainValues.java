package org.criticalfriend.engine.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.FileValue;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.json.SpinJsonNode;
import org.camunda.spin.plugin.variable.SpinValues;
import org.camunda.spin.plugin.variable.value.SpinValue;

/** Translates between what the engine's interfaces carry and plain text, numbers, booleans, lists and maps. */
final class PlainValues {

    /** Stands for a value of a kind that no form sends. No field takes it, so each tells in its own words what it does take. */
    private static final Object UNUSABLE = new Object();

    private final ObjectMapper json;

    PlainValues(ObjectMapper json) {
        this.json = json;
    }

    /** Values as the form's fields know them; nothing is deserialised but JSON. */
    Map<String, Object> from(Map<String, Object> submitted) {
        Map<String, Object> plain = new HashMap<>();
        if (submitted != null) {
            submitted.keySet().forEach(name -> plain.put(name, plain(value(submitted, name))));
        }
        return plain;
    }

    private static Object value(Map<String, Object> submitted, String name) {
        return submitted instanceof VariableMap typed ? typed.getValueTyped(name) : submitted.get(name);
    }

    private Object plain(Object value) {
        if (value instanceof SpinJsonNode node) {
            return parsed(node.toString());
        }
        if (value instanceof SpinValue spin) {
            return parsed(spin.getValueSerialized());
        }
        if (value instanceof FileValue) {
            return UNUSABLE;
        }
        if (value instanceof SerializableValue object) {
            if (object.isDeserialized() && isPlain(object.getValue())) {
                return plain(object.getValue());
            }
            if ("application/json".equals(object.getSerializationDataFormat())) {
                return parsed(object.getValueSerialized());
            }
            return UNUSABLE;
        }
        if (value instanceof TypedValue typed) {
            return plain(typed.getValue());
        }
        if (value instanceof Map || value instanceof Collection) {
            return json.convertValue(value, Object.class);
        }
        if (isPlain(value)) {
            return value;
        }
        return UNUSABLE;
    }

    private static boolean isPlain(Object value) {
        return value == null
                || value instanceof String
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Map
                || value instanceof List;
    }

    private Object parsed(String text) {
        try {
            return text == null ? null : json.readValue(text, Object.class);
        } catch (JsonProcessingException e) {
            return UNUSABLE;
        }
    }

    /** Values for the engine's interfaces: lists and maps as JSON, dates as ISO text. */
    VariableMap towardsForms(Map<String, Object> plain) {
        VariableMap variables = Variables.createVariables();
        new LinkedHashMap<>(plain).forEach((name, value) -> {
            if (value instanceof Collection || value instanceof Map) {
                variables.putValueTyped(
                        name, SpinValues.jsonValue(written(value)).create());
            } else {
                variables.putValue(name, value instanceof Temporal ? value.toString() : value);
            }
        });
        return variables;
    }

    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The record holds a value that cannot be written as JSON.", e);
        }
    }
}
