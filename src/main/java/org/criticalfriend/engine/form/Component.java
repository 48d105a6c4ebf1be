package org.criticalfriend.engine.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One component as the form's JSON describes it. Properties are named as in the JSON, inner ones with a slash:
 * {@code validate/required}. {@code null} counts as absent; what is not of the expected type is refused, never guessed.
 */
final class Component {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Set<String> RESERVED = Set.of("__proto__", "constructor", "prototype");

    private final String formId;
    private final JsonNode json;

    Component(String formId, JsonNode json) {
        this.formId = formId;
        this.json = json;
    }

    String type() {
        return json.path("type").asText("");
    }

    /** The property as it stands in the JSON; empty if absent. */
    Optional<JsonNode> property(String name) {
        JsonNode node = json.at("/" + name);
        return node.isMissingNode() || node.isNull() ? Optional.empty() : Optional.of(node);
    }

    /** A text that says something; empty if absent or blank. */
    Optional<String> text(String name) {
        Optional<JsonNode> node = property(name);
        if (node.isPresent() && !node.get().isTextual()) {
            throw refused("has a " + name + " that is no text", "Put it in quotation marks");
        }
        return node.map(JsonNode::textValue).filter(text -> !text.isBlank());
    }

    /** A plain true or false; {@code otherwise} if absent. */
    boolean flag(String name, boolean otherwise) {
        Optional<JsonNode> node = property(name);
        if (node.isPresent() && !node.get().isBoolean()) {
            throw refused("has a " + name + " that is neither true nor false", "Write true or false");
        }
        return node.map(JsonNode::booleanValue).orElse(otherwise);
    }

    /** A number, also one written as text, as form-js takes it; empty if absent or an empty text. */
    Optional<BigDecimal> number(String name) {
        Optional<JsonNode> node = property(name)
                .filter(given -> !given.isTextual() || !given.textValue().isBlank());
        if (node.isEmpty()) {
            return Optional.empty();
        }
        Optional<BigDecimal> number = node.get().isNumber()
                ? PlainNumber.of(node.get().numberValue())
                : node.filter(JsonNode::isTextual).flatMap(text -> PlainNumber.written(text.textValue()));
        if (number.isEmpty()) {
            throw refused("has a " + name + " that is no number", "Write a number");
        }
        return number;
    }

    /** A condition: absent, true, false, or a FEEL expression that begins with an equals sign. */
    Condition condition(String name) {
        Optional<JsonNode> node = property(name);
        if (node.isEmpty() || node.get().isTextual() && node.get().textValue().isEmpty()) {
            return Condition.NEVER;
        }
        if (node.get().isBoolean()) {
            return node.get().booleanValue() ? Condition.ALWAYS : Condition.NEVER;
        }
        return Condition.when(expression(name)
                .orElseThrow(() -> refused(
                        "has a " + name + " that is neither true, false nor a FEEL expression",
                        "Begin the expression with =")));
    }

    /** A FEEL expression that begins with an equals sign; empty if absent or something else. */
    Optional<FeelExpression> expression(String name) {
        Optional<String> source =
                property(name).map(JsonNode::textValue).filter(text -> text.startsWith("=") && text.length() > 1);
        try {
            return source.map(text -> FeelExpression.parse(text.substring(1)));
        } catch (IllegalArgumentException notFeel) {
            throw refused("has a " + name + " that is not FEEL: " + source.get(), "Correct the expression");
        }
    }

    /** The components inside this one. */
    List<Component> components() {
        Optional<JsonNode> node = property("components");
        if (node.isPresent() && !node.get().isArray()) {
            throw refused("has components that are no list", "Write them as a list");
        }
        List<Component> inside = new ArrayList<>();
        node.ifPresent(list -> list.forEach(child -> inside.add(new Component(formId, child))));
        return inside;
    }

    /** The names of the properties under {@code name} that are not null. */
    List<String> names(String name) {
        Optional<JsonNode> node = property(name);
        if (node.isPresent() && !node.get().isObject()) {
            throw refused("has a " + name + " that is no object", "Write it in braces");
        }
        List<String> names = new ArrayList<>();
        if (node.isPresent()) {
            for (Iterator<String> all = node.get().fieldNames(); all.hasNext(); ) {
                String each = all.next();
                if (node.get().hasNonNull(each)) {
                    names.add(each);
                }
            }
        }
        return names;
    }

    /** A key or path, split at its dots, as form-js does; empty if absent. */
    List<String> path(String name) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return List.of();
        }
        List<String> steps = List.of(text.get().split("\\.", -1));
        if (!steps.stream().allMatch(step -> NAME.matcher(step).matches() && !RESERVED.contains(step))) {
            throw refused(
                    "has a " + name + " that is no variable name",
                    "Use letters, digits and underscores, begin with a letter, and separate levels by dots");
        }
        return steps;
    }

    /** The refusal of the form because of this component. */
    FormSchemaException refused(String problem, String remedy) {
        return new FormSchemaException(formId, toString(), problem, remedy);
    }

    /** As people find it in the editor: {@code select "purpose" (id Field_1)}. */
    @Override
    public String toString() {
        String type = type().isEmpty() ? "component" : type();
        String key = json.path("key").asText(json.path("path").asText(""));
        String id = json.path("id").asText("");
        return type + (key.isEmpty() ? "" : " \"" + key + "\"") + (id.isEmpty() ? "" : " (id " + id + ")");
    }
}
