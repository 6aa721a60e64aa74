package org.voorwerp.scoring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The checked values of the parameters of a metric or of a crowd model.
public final class Parameters {

    private final Map<String, Object> values;

    private Parameters(Map<String, Object> values) {
        this.values = values;
    }

    /// What a challenge that gives these values is scored with: where it is silent, a parameter's
    /// [hosted default][Parameter#hostedDefault()].
    public static Map<String, Object> hosted(List<Parameter> declared, Map<String, ?> given) {
        var values = new LinkedHashMap<String, Object>(given);
        for (var parameter : declared) {
            var value = parameter.hostedDefault();
            if (value != null) {
                values.putIfAbsent(parameter.name(), value);
            }
        }
        return values;
    }

    /// Checks given values against the declared parameters and fills in defaults.
    ///
    /// @throws IllegalArgumentException naming everything that is wrong, one sentence each, separated by "; "
    public static Parameters of(List<Parameter> declared, Map<String, ?> given) {
        var values = new LinkedHashMap<String, Object>();
        var problems = new ArrayList<String>();
        for (var parameter : declared) {
            Object value = given.get(parameter.name());
            if (value == null) {
                value = parameter.defaultValue();
            }
            if (value == null) {
                problems.add("parameter " + parameter.name() + " is missing: " + parameter.meaning());
                continue;
            }
            try {
                values.put(parameter.name(), checked(parameter, value));
            } catch (IllegalArgumentException e) {
                problems.add(e.getMessage());
            }
        }
        for (var name : given.keySet()) {
            if (declared.stream().noneMatch(parameter -> parameter.name().equals(name))) {
                problems.add("there is no parameter " + name + "; "
                        + (declared.isEmpty()
                                ? "none can be set here"
                                : "there are "
                                        + declared.stream().map(Parameter::name).toList()));
            }
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
        return new Parameters(values);
    }

    private static Object checked(Parameter parameter, Object value) {
        return switch (parameter) {
            case Parameter.Decimal(var name, var _, var _, var _, var min, var max) -> {
                if (value instanceof Number number && number.doubleValue() >= min && number.doubleValue() <= max) {
                    yield number.doubleValue();
                }
                throw new IllegalArgumentException(
                        "parameter " + name + " must be a number from " + min + " to " + max + ", not " + value);
            }
            case Parameter.Whole(var name, var _, var _, var min, var max) -> {
                if (value instanceof Number number
                        && number.doubleValue() == Math.rint(number.doubleValue())
                        && number.doubleValue() >= min
                        && number.doubleValue() <= max) {
                    yield number.intValue();
                }
                throw new IllegalArgumentException(
                        "parameter " + name + " must be a whole number from " + min + " to " + max + ", not " + value);
            }
            case Parameter.Choice(var name, var _, var _, var choices) -> {
                if (choices.contains(String.valueOf(value))) {
                    yield value;
                }
                throw new IllegalArgumentException(
                        "parameter " + name + " must be one of " + choices + ", not " + value);
            }
            case Parameter.Words(var name, var _) -> {
                if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
                    yield List.copyOf(list);
                }
                throw new IllegalArgumentException("parameter " + name + " must be a list of words, not " + value);
            }
        };
    }

    public double decimal(String name) {
        return (Double) get(name);
    }

    public int whole(String name) {
        return (Integer) get(name);
    }

    public String choice(String name) {
        return (String) get(name);
    }

    @SuppressWarnings("unchecked")
    public List<String> words(String name) {
        return (List<String>) get(name);
    }

    /// The value of a parameter of any kind, as it would stand in challenge.yaml.
    public Object value(String name) {
        return get(name);
    }

    private Object get(String name) {
        var value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("undeclared parameter " + name);
        }
        return value;
    }
}
