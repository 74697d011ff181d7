package com.aichatchronicles.platform.http;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;

/**
 * A part of a list as the contract wraps it.
 *
 * @param success always true
 * @param data the things of this page
 * @param pagination where this page lies in the list
 * @param searchTerm what was searched for, null in a plain list
 */
@JsonbPropertyOrder({"success", "data", "pagination", "searchTerm"})
public record Page<T>(
        boolean success,
        List<T> data,
        Pagination pagination,
        @JsonbProperty("searchTerm") String searchTerm) {
    /** @return a page of a plain list, or of a search where the term is given */
    public static <T> Page<T> of(List<T> data, Pagination pagination, @JsonbProperty("searchTerm") String searchTerm) {
        return new Page<>(true, data, pagination, searchTerm);
    }
}
