package com.aichatchronicles.platform.persistence;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.util.UUID;

/** Ids for new rows: UUID version 7 (RFC 9562, section 5.7), ordered by time so that indexes grow at their end. */
public final class NewId {
    private static final TimeBasedEpochGenerator GENERATOR = Generators.timeBasedEpochGenerator();

    private NewId() {}

    /** @return an id that no other server makes */
    public static UUID next() {
        return GENERATOR.generate();
    }
}
