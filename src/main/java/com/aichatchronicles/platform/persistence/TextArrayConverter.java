package com.aichatchronicles.platform.persistence;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.sql.Array;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Maps a list to PostgreSQL's {@code text[]}, which JPA does not know. Written as an array literal (PostgreSQL manual,
 * section 8.15.2), because the data source leaves the type of texts to their column.
 */
@Converter
public class TextArrayConverter implements AttributeConverter<List<String>, Object> {
    @Override
    public Object convertToDatabaseColumn(List<String> texts) {
        return texts == null ? null : literal(texts);
    }

    @Override
    public List<String> convertToEntityAttribute(Object column) {
        return texts(column);
    }

    /**
     * @param column what the driver or EclipseLink hands over for a {@code text[]}
     * @return its texts, null for null
     */
    public static List<String> texts(Object column) {
        try {
            Object array = column instanceof Array remote ? remote.getArray() : column;
            return array == null
                    ? null
                    : Stream.of((String[]) array).filter(Objects::nonNull).toList();
        } catch (SQLException e) {
            throw new IllegalStateException("An array that was read can't be unpacked", e);
        }
    }

    /**
     * @param texts any texts
     * @return the literal of an array that holds them
     */
    public static String literal(List<String> texts) {
        return texts.stream()
                .map(text -> '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }
}
