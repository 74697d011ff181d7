package com.aichatchronicles.platform.http;

import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.errors.FieldError;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.validation.Validator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.List;

/**
 * Reads a JSON object into a record and validates it, so that one answer lists every member that has the wrong type or
 * breaks a constraint. A body that reaches a resource is valid.
 */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
public class JsonBodyReader implements MessageBodyReader<Record> {
    @Inject
    Validator validator;

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type.isRecord();
    }

    @Override
    public Record readFrom(
            Class<Record> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream body) {
        JsonValue value = JsonText.read(body);
        if (!(value instanceof JsonObject object)) {
            throw new ApiException(
                    ErrorCode.VALIDATION_ERROR,
                    List.of(FieldError.of("value", "must be of type object", "object.base")));
        }
        RecordBinding<Record> binding = RecordBinding.of(type, object);
        List<FieldError> errors = Violations.merge(binding.errors(), validator.validate(binding.instance()));
        if (!errors.isEmpty()) {
            throw new ApiException(ErrorCode.VALIDATION_ERROR, errors);
        }
        return binding.instance();
    }
}
