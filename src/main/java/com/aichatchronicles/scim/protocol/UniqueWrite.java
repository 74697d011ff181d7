package com.aichatchronicles.scim.protocol;

import com.aichatchronicles.platform.errors.Causes;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.Query;

/** A write that an index may refuse, because somebody was faster. */
public final class UniqueWrite {
    private UniqueWrite() {}

    /**
     * @param write an INSERT or UPDATE
     * @param complaint what a directory is told of a duplicate
     * @throws ScimFailure uniqueness
     */
    public static void execute(Query write, String complaint) {
        try {
            write.executeUpdate();
        } catch (PersistenceException e) {
            throw Causes.isDuplicate(e) ? ScimFailure.uniqueness(complaint) : e;
        }
    }
}
