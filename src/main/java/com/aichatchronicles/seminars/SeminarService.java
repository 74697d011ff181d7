package com.aichatchronicles.seminars;

import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.http.EntityTags;
import com.aichatchronicles.platform.persistence.NewId;
import com.aichatchronicles.platform.persistence.Sql;
import com.aichatchronicles.sessions.Caller;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;

/** Announces, edits and deletes seminars, and gives out their seats. */
@Stateless
public class SeminarService {
    @PersistenceContext
    EntityManager entities;

    @Inject
    SeminarQueries queries;

    @Inject
    Clock clock;

    /**
     * @param plan validated
     * @param caller the host
     * @return the new seminar
     * @throws ApiException VALIDATION_ERROR unless it begins in the future
     */
    public SeminarView announce(NewSeminar plan, Caller caller) {
        Seminar seminar = new Seminar(NewId.next(), caller.id(), plan, clock.instant());
        entities.persist(seminar);
        return written(seminar.id(), caller);
    }

    /**
     * @param id the seminar
     * @param changes validated
     * @param caller who edits
     * @param ifMatch the caller's If-Match header, or null
     * @return the seminar afterwards
     * @throws ApiException SEMINAR_NOT_FOUND, UNAUTHORIZED_UPDATE, PRECONDITION_FAILED, SEMINAR_CLOSED,
     *     SEMINAR_STATUS_CONFLICT or VALIDATION_ERROR
     */
    public SeminarView edit(UUID id, SeminarEdit changes, Caller caller, String ifMatch) {
        requireOwn(id, caller, ErrorCode.UNAUTHORIZED_UPDATE, ifMatch).edit(changes, clock.instant());
        return written(id, caller);
    }

    /**
     * @param id the seminar, which is gone afterwards with its registrations
     * @param caller who deletes
     * @param ifMatch the caller's If-Match header, or null
     * @throws ApiException SEMINAR_NOT_FOUND, UNAUTHORIZED_DELETE or PRECONDITION_FAILED
     */
    public void delete(UUID id, Caller caller, String ifMatch) {
        entities.remove(requireOwn(id, caller, ErrorCode.UNAUTHORIZED_DELETE, ifMatch));
    }

    /**
     * Gives the caller a seat; one who has a seat keeps it.
     *
     * @param id the seminar
     * @param caller who takes the seat
     * @return the seminar afterwards, with its address
     * @throws ApiException SEMINAR_NOT_FOUND, SEMINAR_CLOSED or SEMINAR_FULL
     */
    public SeminarView register(UUID id, Caller caller) {
        Seminar seminar = require(id);
        boolean seated = !new Sql()
                .add("SELECT 1 FROM public.seminar_participants WHERE seminar_id = ? AND user_id = ?", id, caller.id())
                .by(entities::createNativeQuery)
                .getResultList()
                .isEmpty();
        if (!seated) {
            seminar.requireSeat(clock.instant());
            new Sql()
                    .add("INSERT INTO public.seminar_participants (id, seminar_id, user_id, registered_at)")
                    .add("VALUES (?, ?, ?, ?)", NewId.next(), id, caller.id(), Timestamp.from(clock.instant()))
                    .by(entities::createNativeQuery)
                    .executeUpdate();
        }
        return written(id, caller);
    }

    /**
     * Gives the caller's seat back, if there is one.
     *
     * @param id the seminar
     * @param caller who leaves
     * @return the seminar afterwards
     * @throws ApiException SEMINAR_NOT_FOUND
     */
    public SeminarView unregister(UUID id, Caller caller) {
        require(id);
        new Sql()
                .add("DELETE FROM public.seminar_participants WHERE seminar_id = ? AND user_id = ?", id, caller.id())
                .by(entities::createNativeQuery)
                .executeUpdate();
        return written(id, caller);
    }

    private Seminar requireOwn(UUID id, Caller caller, ErrorCode refusal, String ifMatch) {
        Seminar seminar = require(id);
        if (!caller.isAdmin() && !seminar.hostId().equals(caller.id())) {
            throw new ApiException(refusal);
        }
        if (!EntityTags.matches(ifMatch, seminar.version())) {
            throw new ApiException(ErrorCode.PRECONDITION_FAILED);
        }
        return seminar;
    }

    /** Locks the row: of many who want the last seat one gets it, of several editors one wins. */
    private Seminar require(UUID id) {
        Seminar seminar = entities.find(Seminar.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (seminar == null) {
            throw new ApiException(ErrorCode.SEMINAR_NOT_FOUND);
        }
        return seminar;
    }

    /** Reads what was written, because the database sets version, time and seats. */
    private SeminarView written(UUID id, Caller caller) {
        entities.flush();
        return queries.lookup(id, Audience.of(caller)).orElseThrow();
    }
}
