package com.aichatchronicles.corpus;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/** The members of a JSON object, read by name and type. A null counts as missing. */
record Fields(JsonObject object) {

    String text(String name) throws BrokenLineException {
        String text = textOr(name, null);
        if (text == null) {
            throw missing(name);
        }
        return text;
    }

    String textOr(String name, String otherwise) throws BrokenLineException {
        JsonValue value = object.getOrDefault(name, JsonValue.NULL);
        if (value == JsonValue.NULL) {
            return otherwise;
        }
        if (value instanceof JsonString text) {
            return storable(text.getString());
        }
        throw new BrokenLineException('"' + name + "\" is no text");
    }

    List<Fields> objects(String name) throws BrokenLineException {
        JsonValue value = object.getOrDefault(name, JsonValue.NULL);
        if (value == JsonValue.NULL) {
            throw missing(name);
        }
        if (value.getValueType() != JsonValue.ValueType.ARRAY) {
            throw new BrokenLineException('"' + name + "\" is no list");
        }
        List<Fields> objects = new ArrayList<>();
        for (JsonValue each : value.asJsonArray()) {
            if (each.getValueType() != JsonValue.ValueType.OBJECT) {
                throw new BrokenLineException('"' + name + "\" holds something else than objects");
            }
            objects.add(new Fields(each.asJsonObject()));
        }
        return objects;
    }

    private static BrokenLineException missing(String name) {
        return new BrokenLineException('"' + name + "\" is missing");
    }

    /** PostgreSQL's text knows neither NUL nor half a surrogate pair, both of which JSON can write. */
    private static String storable(String text) throws BrokenLineException {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                throw new BrokenLineException("a NUL character in a text");
            }
            if (Character.isSurrogate(c)) {
                boolean pair = i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1));
                if (!pair) {
                    throw new BrokenLineException("an unpaired surrogate in a text");
                }
                i++;
            }
        }
        return text;
    }
}
