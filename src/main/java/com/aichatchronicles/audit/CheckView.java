package com.aichatchronicles.audit;

import jakarta.json.bind.annotation.JsonbNillable;

/**
 * What a check of the chain found.
 *
 * @param intact whether every row is as it was written
 * @param checked how many rows were looked at
 * @param firstPosition of the first row that is kept
 * @param lastPosition of the last row that was chained
 * @param lastHash its hash, in hexadecimal
 * @param brokenAt the first position where the chain is broken, null if it is not
 * @param reason what is wrong there: {@code missing}, {@code changed} or {@code unlinked}; null if nothing is
 */
@JsonbNillable
public record CheckView(
        boolean intact,
        long checked,
        long firstPosition,
        long lastPosition,
        String lastHash,
        Long brokenAt,
        String reason) {}
