package com.aichatchronicles.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextArrayConverterTest {
    private final TextArrayConverter converter = new TextArrayConverter();

    @Test
    void aListBecomesALiteral() {
        assertThat(converter.convertToDatabaseColumn(List.of())).isEqualTo("{}");
        assertThat(converter.convertToDatabaseColumn(List.of("a", "b c", ""))).isEqualTo("{\"a\",\"b c\",\"\"}");
    }

    @Test
    void signsOfTheLiteralAreEscaped() {
        assertThat(TextArrayConverter.literal(List.of("a\"b", "c\\d", "e,f", "{g}", "NULL")))
                .isEqualTo("{\"a\\\"b\",\"c\\\\d\",\"e,f\",\"{g}\",\"NULL\"}");
    }

    @Test
    void anArrayBecomesAList() {
        assertThat(converter.convertToEntityAttribute(new String[] {"a", null, "b"}))
                .containsExactly("a", "b");
    }

    @Test
    void nullStaysNull() {
        assertThat(converter.convertToDatabaseColumn(null)).isNull();
        assertThat(converter.convertToEntityAttribute(null)).isNull();
    }
}
