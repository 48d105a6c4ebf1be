package org.criticalfriend.engine.form;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the JSON of a form as form-js 1.8.7, the one in Tasklist 7.24, understands it. What that would not draw, and what
 * the gate would not understand as it does, is refused.
 */
final class FormReader {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final int DEEPEST = 10;
    private static final Set<String> SHOWS_ONLY =
            Set.of("text", "html", "table", "image", "separator", "spacer", "iframe", "button");
    private static final Set<String> NOT_DRAWN = Set.of("filepicker", "documentPreview");

    private final Set<String> ids = new HashSet<>();
    private final Map<String, String> labels = new LinkedHashMap<>();

    private FormReader(String formId) {
        ids.add(formId);
    }

    static FormSchema read(String json) {
        JsonNode tree = tree(json);
        String id = tree.path("id").asText("");
        Component form = new Component(id.isEmpty() ? "unknown" : id, tree);
        if (id.isEmpty()) {
            throw form.refused("has no id", "Give the form an id");
        }
        if (!form.type().equals("default")) {
            throw form.refused("is not a form", "Set the type of the outermost element to default");
        }
        FormReader reader = new FormReader(id);
        Names names = new Names();
        List<Part> parts = reader.parts(form, new Place(List.of(), names, "", false, 0));
        return new FormSchema(id, parts, names, reader.labels);
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JacksonException broken) {
            throw new FormSchemaException(
                    "unknown", "the file", "is not readable: " + broken.getOriginalMessage(), "Correct the JSON");
        }
    }

    private List<Part> parts(Component around, Place place) {
        if (place.depth() > DEEPEST) {
            throw around.refused("is nested too deeply", "Use fewer groups and lists inside one another");
        }
        List<Part> parts = new ArrayList<>();
        for (Component component : around.components()) {
            component.text("id").filter(taken -> !ids.add(taken)).ifPresent(taken -> {
                throw component.refused("has the id of another component", "Give it an id of its own");
            });
            part(component, place).ifPresent(parts::add);
        }
        return List.copyOf(parts);
    }

    private Optional<Part> part(Component component, Place place) {
        String type = component.type();
        if (NOT_DRAWN.contains(type)) {
            throw component.refused("cannot be drawn by this Tasklist", "Take it out");
        }
        if (SHOWS_ONLY.contains(type)) {
            return Optional.empty();
        }
        KnownRules.demand(component);
        return Optional.of(
                switch (type) {
                    case "group" -> group(component, place);
                    case "dynamiclist" -> rows(component, place);
                    case "expression" -> computed(component, place);
                    default -> field(component, place, input(component));
                });
    }

    private static Input input(Component component) {
        return switch (component.type()) {
            case "textfield", "textarea" -> TextInput.of(component);
            case "number" -> NumberInput.of(component);
            case "checkbox" -> CheckboxInput.of(component);
            case "select", "radio" -> OneChoiceInput.of(component);
            case "checklist", "taglist" -> ManyChoicesInput.of(component);
            case "datetime" -> DateTimeInput.of(component);
            default -> throw component.refused("is of a type that is not known here", "Use another component");
        };
    }

    private Part field(Component component, Place place, Input input) {
        return new Part.Field(
                bound(component, "key", place),
                hide(component),
                lock(component, place),
                input,
                untouched(component, input));
    }

    private static Object untouched(Component component, Input input) {
        Optional<JsonNode> value = component.property("defaultValue");
        try {
            return value.isEmpty() ? input.empty() : input.read(plain(value.get()));
        } catch (Input.NotReadable notItsType) {
            throw component.refused(
                    "has a default value that would be refused: " + notItsType.getMessage(),
                    "Correct the default value");
        }
    }

    private static Object plain(JsonNode value) {
        return JSON.convertValue(value, Object.class);
    }

    private Part computed(Component component, Place place) {
        FeelExpression expression = component
                .expression("expression")
                .orElseThrow(() -> component.refused("has no expression", "Write one that begins with ="));
        boolean onlyOnSubmit =
                component.text("computeOn").filter("presubmit"::equals).isPresent();
        return new Part.Computed(bound(component, "key", place), hide(component), expression, onlyOnSubmit);
    }

    private Part group(Component component, Place place) {
        List<String> path = component.path("path");
        if (!place.names().open(place.to(path))) {
            throw component.refused("has the path of a field", "Give it a path of its own, or none");
        }
        return new Part.Group(hide(component), lock(component, place), parts(component, place.in(path)));
    }

    private Part rows(Component component, Place place) {
        if (!component.flag("isRepeating", true)) {
            throw component.refused("does not repeat", "Use a group instead");
        }
        if (!component.flag("disableCollapse", false)) {
            throw component.refused(
                    "can be collapsed, and the browser does not send rows that are folded away",
                    "Tick Disable collapse, or set disableCollapse to true");
        }
        Part.Lock lock = lock(component, place);
        boolean addable = component.flag("allowAddRemove", true) && !lock.isAlways();
        if (!addable && place.moving()) {
            throw component.refused(
                    "has fixed rows inside a list whose rows can be added and removed",
                    "Fix the rows of the outer list, or let those of the inner one be added and removed");
        }
        Binding binding = bound(component, "path", place);
        Names names = new Names();
        Place inside = place.inRows(names, component.path("path"), addable);
        return new Part.Rows(
                binding, hide(component), lock, addable, untouchedRows(component), names, parts(component, inside));
    }

    private static int untouchedRows(Component component) {
        BigDecimal rows = component.number("defaultRepetitions").orElse(BigDecimal.ONE);
        if (rows.signum() < 0 || rows.scale() > 0 || rows.intValue() > Submission.MOST_ROWS) {
            throw component.refused(
                    "begins with a number of rows that is not possible", "Choose 0 to " + Submission.MOST_ROWS);
        }
        return rows.intValue();
    }

    private Binding bound(Component component, String property, Place place) {
        List<String> path = component.path(property);
        if (path.isEmpty()) {
            throw component.refused("has no " + property, "Give it a " + property);
        }
        List<String> whole = place.to(path);
        if (!place.names().claim(whole)) {
            throw component.refused(
                    "has a " + property + " that overlaps with that of another component", "Give it one of its own");
        }
        String label = FieldLabel.of(component, path);
        labels.put(place.above() + String.join(".", whole), label);
        return new Binding(whole, label);
    }

    private static Condition hide(Component component) {
        component.names("conditional").stream()
                .filter(name -> !name.equals("hide"))
                .findFirst()
                .ifPresent(name -> {
                    throw component.refused("has an unknown condition " + name, "Use the condition hide only");
                });
        Condition hide = component.condition("conditional/hide");
        if (hide == Condition.ALWAYS) {
            throw component.refused(
                    "is hidden by true, which the browser does not heed", "Write =true, or take it out");
        }
        return hide;
    }

    private static Part.Lock lock(Component component, Place place) {
        Part.Lock lock = new Part.Lock(component.flag("disabled", false), component.condition("readonly"));
        if (place.moving() && !lock.isNever()) {
            throw component.refused(
                    "is read-only or disabled inside a list whose rows can be added and removed",
                    "Let the list not add or remove rows, or show the value in a text");
        }
        return lock;
    }
}
