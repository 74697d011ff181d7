package com.aichatchronicles.seminars;

import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.http.Page;
import com.aichatchronicles.platform.http.PageRequest;
import com.aichatchronicles.sessions.Caller;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Shows seminars, who takes part in them, and both as calendars. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class SeminarReadService {
    private static final int MOST_IN_A_CALENDAR = 1000;

    @Inject
    SeminarQueries queries;

    @Inject
    SeminarCalendar calendars;

    /**
     * @param list which seminars
     * @param caller who asks
     * @return one page, the soonest first unless asked otherwise
     */
    public Page<SeminarView> list(SeminarList list, Optional<Caller> caller) {
        return queries.list(list, Audience.of(caller), null);
    }

    /**
     * @param list which seminars
     * @param caller who asks
     * @return one page of those that the caller hosts or takes part in
     */
    public Page<SeminarView> listOwn(SeminarList list, Caller caller) {
        return queries.list(list, Audience.of(caller), caller.id());
    }

    /**
     * @param id the seminar
     * @param caller who asks
     * @return the seminar, with its address for its host, its participants and admins only
     * @throws ApiException SEMINAR_NOT_FOUND
     */
    public SeminarView find(UUID id, Optional<Caller> caller) {
        return queries.lookup(id, Audience.of(caller)).orElseThrow(() -> new ApiException(ErrorCode.SEMINAR_NOT_FOUND));
    }

    /**
     * @param id the seminar
     * @param part which part of the list
     * @return one page of those who have a seat, in the order in which they took it
     * @throws ApiException SEMINAR_NOT_FOUND
     */
    public Page<ParticipantView> participants(UUID id, PageRequest part) {
        return queries.participants(id, part).orElseThrow(() -> new ApiException(ErrorCode.SEMINAR_NOT_FOUND));
    }

    /**
     * @param id the seminar
     * @param caller who asks
     * @return the seminar in iCalendar format (RFC 5545)
     * @throws ApiException SEMINAR_NOT_FOUND
     */
    public String calendar(UUID id, Optional<Caller> caller) {
        return calendars.write(List.of(find(id, caller)));
    }

    /**
     * @param caller who asks
     * @return the thousand latest seminars that the caller hosts or takes part in, in iCalendar format (RFC 5545)
     */
    public String calendarOfOwn(Caller caller) {
        return calendars.write(queries.latestOf(caller.id(), MOST_IN_A_CALENDAR));
    }
}
