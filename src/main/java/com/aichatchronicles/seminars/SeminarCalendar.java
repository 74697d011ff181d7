package com.aichatchronicles.seminars;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.TextList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Categories;
import net.fortuna.ical4j.model.property.Created;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * Writes seminars in iCalendar format (RFC 5545). All times are in UTC, so that no time zone needs to be described; the
 * organiser is left out, because the format wants a mail address there. The meeting's address is the location: other
 * than {@code URL} that takes any text.
 */
@ApplicationScoped
public class SeminarCalendar {
    private static final String PRODUCT = "-//AI Chat Chronicles//Seminars//EN";

    /**
     * @param seminars as the reader of the calendar may see them
     * @return the calendar, an empty one too
     */
    String write(List<SeminarView> seminars) {
        Calendar calendar = new Calendar(
                new PropertyList(
                        List.of(new ProdId(PRODUCT), ImmutableVersion.VERSION_2_0, ImmutableCalScale.GREGORIAN)),
                new ComponentList<>(
                        seminars.stream().map(SeminarCalendar::event).toList()));
        StringWriter text = new StringWriter();
        try {
            new CalendarOutputter(false).output(calendar, text); // a calendar without events fails validation
        } catch (IOException e) {
            throw new UncheckedIOException("Memory refused characters", e);
        }
        return text.toString();
    }

    private static VEvent event(SeminarView seminar) {
        boolean cancelled = SeminarStatus.CANCELLED.text().equals(seminar.status());
        List<Property> properties = new ArrayList<>(List.of(
                new Uid(seminar.id() + "@aichatchronicles.com"),
                new DtStamp(seminar.updatedAt()),
                new Created(seminar.createdAt()),
                new LastModified(seminar.updatedAt()),
                new Sequence((int) seminar.version() - 1),
                new DtStart<>(seminar.scheduledAt()),
                new net.fortuna.ical4j.model.property.Duration(Duration.ofMinutes(seminar.durationMinutes())),
                new Summary(line(seminar.title())),
                new Description(plain(seminar.description())),
                new Categories(new TextList(List.of(line(seminar.category())))),
                cancelled ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED));
        if (seminar.meetingUrl() != null) {
            properties.add(new Location(seminar.meetingUrl()));
        }
        return new VEvent(new PropertyList(properties));
    }

    /**
     * @return the text with one sort of line break, which the format writes as two characters, and without other
     *     control characters, which it does not allow; some readers take a line separator of Unicode for a line's end
     */
    private static String plain(String text) {
        return text.replaceAll("\\R", "\n").replaceAll("[\\p{Cc}&&[^\n\t]]", "");
    }

    private static String line(String text) {
        return plain(text).replace('\n', ' ');
    }
}
