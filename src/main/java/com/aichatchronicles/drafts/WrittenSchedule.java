package com.aichatchronicles.drafts;

import com.aichatchronicles.findings.Finding;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;

/**
 * What the schedule of a draft answers.
 *
 * @param success always true
 * @param data the schedule as it is now
 * @param message a sentence for people
 * @param findings what the draft seems to hold now that should perhaps not be public, null for nothing
 */
@JsonbPropertyOrder({"success", "data", "message", "findings"})
public record WrittenSchedule(boolean success, ScheduleView data, String message, List<Finding> findings) {
    /** @return the answer */
    static WrittenSchedule of(ScheduleView data, List<Finding> findings) {
        return new WrittenSchedule(true, data, "Publication scheduled successfully", findings);
    }
}
