package com.aichatchronicles.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.errors.FieldError;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordBindingTest {
    private static final Sample EMPTY = new Sample(null, null, null, null, null);

    record Sample(
            @NotNull @Size(min = 2, max = 5) String fullName,
            @NotNull Boolean published,
            @Min(1) @Max(60) Integer readTime,
            @Size(max = 2) List<@Size(min = 1, max = 3) String> tags,
            @JsonbProperty("refreshToken") String token) {}

    @Test
    void everyMemberIsFilled() {
        RecordBinding<Sample> binding = bind("{'full_name':'Ada','published':false,'read_time':7.0,'tags':['a','b'],"
                + "'refreshToken':'t','unknown':{},'token':'no','fullName':'no'}");

        assertThat(binding.errors()).isEmpty();
        assertThat(binding.instance()).isEqualTo(new Sample("Ada", false, 7, List.of("a", "b"), "t"));
    }

    @Test
    void nullCountsAsAbsent() {
        assertThat(bind("{}").instance()).isEqualTo(EMPTY);
        assertThat(bind("{'full_name':null,'published':null,'read_time':null,'tags':null}")
                        .instance())
                .isEqualTo(EMPTY);
    }

    @Test
    void everyWrongTypeIsListed() {
        RecordBinding<Sample> binding =
                bind("{'full_name':1,'published':'true','read_time':'7','tags':{},'refreshToken':[]}");

        assertThat(binding.instance()).isEqualTo(EMPTY);
        assertThat(binding.errors())
                .containsExactly(
                        FieldError.of("full_name", "must be a string", "string.base"),
                        FieldError.of("published", "must be a boolean", "boolean.base"),
                        FieldError.of("read_time", "must be a number", "number.base"),
                        FieldError.of("tags", "must be an array", "array.base"),
                        FieldError.of("refreshToken", "must be a string", "string.base"));
    }

    @Test
    void everyWrongPartOfAListIsListed() {
        assertThat(bind("{'tags':['a',1,null,['b']]}").errors())
                .containsExactly(
                        FieldError.of("tags.1", "must be a string", "string.base"),
                        FieldError.of("tags.2", "must be a string", "string.base"),
                        FieldError.of("tags.3", "must be a string", "string.base"));
    }

    @Test
    void aFractionIsNoInteger() {
        assertThat(bind("{'read_time':1.5}").errors())
                .containsExactly(FieldError.of("read_time", "must be an integer", "number.integer"));
    }

    @Test
    void aNumberThatIsTooWideSaturates() {
        assertThat(bind("{'read_time':1e999}").instance().readTime()).isEqualTo(Integer.MAX_VALUE);
        assertThat(bind("{'read_time':-99999999999999999999}").instance().readTime())
                .isEqualTo(Integer.MIN_VALUE);
        assertThat(bind("{'read_time':1e999999999}").instance().readTime()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void aTextThatCannotBeStoredIsRefusedAnywhere() {
        for (String json : new String[] {"{'full_name':'a\\u0000'}", "{'tags':['a','\\ud800']}"}) {
            ApiException refusal = catchThrowableOfType(ApiException.class, () -> bind(json));
            assertThat(refusal.code()).isEqualTo(ErrorCode.MALFORMED_JSON);
        }
    }

    @Test
    void brokenRulesAndWrongTypesAreOneSortedList() {
        assertThat(errors("{'full_name':'A','published':1,'read_time':0,'tags':['','long','c']}"))
                .containsExactly(
                        FieldError.of("full_name", "length must be at least 2 characters long", "string.min"),
                        FieldError.of("published", "must be a boolean", "boolean.base"),
                        FieldError.of("read_time", "must be greater than or equal to 1", "number.min"),
                        FieldError.of("tags", "must contain at most 2 items", "array.max"),
                        FieldError.of("tags.0", "is not allowed to be empty", "string.empty"),
                        FieldError.of(
                                "tags.1", "length must be less than or equal to 3 characters long", "string.max"));
    }

    @Test
    void theOffendingPartOfAListIsNamedByItsOwnPlace() {
        assertThat(errors("{'full_name':'Ada','published':true,'tags':[1,'long']}"))
                .containsExactly(
                        FieldError.of("tags.0", "must be a string", "string.base"),
                        FieldError.of(
                                "tags.1", "length must be less than or equal to 3 characters long", "string.max"));
    }

    @Test
    void whatIsMissingIsRequired() {
        assertThat(errors("{'read_time':61}"))
                .containsExactly(
                        FieldError.of("full_name", "is required", "any.required"),
                        FieldError.of("published", "is required", "any.required"),
                        FieldError.of("read_time", "must be less than or equal to 60", "number.max"));
    }

    private static RecordBinding<Sample> bind(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json.replace('\'', '"')))) {
            return RecordBinding.of(Sample.class, reader.readObject());
        }
    }

    private static List<FieldError> errors(String json) {
        RecordBinding<Sample> binding = bind(json);
        try (ValidatorFactory factory = Validation.buildDefaultValidatorFactory()) {
            return Violations.merge(binding.errors(), factory.getValidator().validate(binding.instance()));
        }
    }
}
