package com.aichatchronicles.seminars;

import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.errors.FieldError;
import com.aichatchronicles.platform.http.Moment;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A meeting that a host announces. Upcoming at first, then live, then completed; called off before it is completed, it
 * is cancelled. While it is upcoming or live its host edits it and others take seats. The database counts its version
 * and the seats taken.
 */
@Entity
@Table(schema = "public", name = "seminars")
public class Seminar {
    private static final int USUAL_MINUTES = 60;

    @Id
    private UUID id;

    private String title;
    private String description;

    @Column(name = "host_id")
    private UUID hostId;

    @Column(name = "scheduled_at")
    private Instant scheduledAt;

    @Column(name = "duration_minutes")
    private Integer durationMinutes;

    @Column(name = "max_participants")
    private Integer maxParticipants;

    private String category;
    private String status;

    @Column(name = "meeting_url")
    private String meetingUrl;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Column(insertable = false, updatable = false)
    private long version;

    @Column(name = "participants_count", insertable = false, updatable = false)
    private int participantsCount;

    protected Seminar() {} // required by JPA

    /**
     * @param plan validated
     * @param now the present time
     * @throws ApiException VALIDATION_ERROR unless it begins later than now
     */
    Seminar(UUID id, UUID hostId, NewSeminar plan, Instant now) {
        this.id = id;
        this.hostId = hostId;
        this.title = plan.title().strip();
        this.description = plan.description().strip();
        this.scheduledAt = Moment.parseFuture("scheduled_at", plan.scheduledAt(), now);
        this.durationMinutes = plan.durationMinutes() == null ? USUAL_MINUTES : plan.durationMinutes();
        this.maxParticipants = plan.maxParticipants();
        this.category = plan.category().strip();
        this.status = SeminarStatus.UPCOMING.text();
        this.meetingUrl = emptyToNull(plan.meetingUrl());
        this.createdAt = now;
        this.updatedAt = now;
    }

    UUID id() {
        return id;
    }

    UUID hostId() {
        return hostId;
    }

    long version() {
        return version;
    }

    /**
     * Takes over each member that is given.
     *
     * @throws ApiException SEMINAR_CLOSED once it is over, SEMINAR_STATUS_CONFLICT if it would move back,
     *     VALIDATION_ERROR for a new time in the past or fewer seats than are taken
     */
    void edit(SeminarEdit changes, Instant now) {
        if (status().isFinal()) {
            throw new ApiException(ErrorCode.SEMINAR_CLOSED);
        }
        title = changes.title() == null ? title : changes.title().strip();
        description = changes.description() == null
                ? description
                : changes.description().strip();
        category = changes.category() == null ? category : changes.category().strip();
        durationMinutes = changes.durationMinutes() == null ? durationMinutes : changes.durationMinutes();
        meetingUrl = changes.meetingUrl() == null ? meetingUrl : emptyToNull(changes.meetingUrl());
        reschedule(changes.scheduledAt(), now);
        resize(changes.maxParticipants());
        advance(changes.status());
    }

    private void reschedule(String time, Instant now) {
        boolean same = time == null || Moment.parse("scheduled_at", time).equals(scheduledAt);
        scheduledAt = same ? scheduledAt : Moment.parseFuture("scheduled_at", time, now);
    }

    private void resize(Integer seats) {
        if (seats != null && seats < participantsCount) {
            throw new ApiException(
                    ErrorCode.VALIDATION_ERROR,
                    List.of(FieldError.of("max_participants", "must not be less than the seats taken", "number.min")));
        }
        maxParticipants = seats == null ? maxParticipants : seats;
    }

    private void advance(String next) {
        if (next == null) {
            return;
        }
        if (!status().mayBecome(SeminarStatus.of(next))) {
            throw new ApiException(ErrorCode.SEMINAR_STATUS_CONFLICT);
        }
        status = next;
    }

    /**
     * @param now the present time
     * @throws ApiException SEMINAR_CLOSED if nobody can join any more, SEMINAR_FULL if every seat is taken
     */
    void requireSeat(Instant now) {
        int minutes = durationMinutes == null ? USUAL_MINUTES : durationMinutes;
        boolean past = now.isAfter(scheduledAt.plus(Duration.ofMinutes(minutes)));
        if (status().isFinal() || past) {
            throw new ApiException(ErrorCode.SEMINAR_CLOSED);
        }
        if (maxParticipants != null && participantsCount >= maxParticipants) {
            throw new ApiException(ErrorCode.SEMINAR_FULL);
        }
    }

    private SeminarStatus status() {
        return status == null ? SeminarStatus.UPCOMING : SeminarStatus.of(status);
    }

    private static String emptyToNull(String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
