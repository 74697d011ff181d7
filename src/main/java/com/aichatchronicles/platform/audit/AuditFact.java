package com.aichatchronicles.platform.audit;

import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Something that the audit log shall keep. Fire it as a CDI event:
 *
 * <pre>{@code
 * @Inject Event<AuditFact> audit;
 *
 * audit.fire(AuditFact.done("user.role_changed").on("user", id).with("from", "user").with("to", "admin"));
 * audit.fire(AuditFact.refused("sign_in", "INVALID_CREDENTIALS").with("provider", "google"));
 * }</pre>
 *
 * <p>What was done is kept in the transaction that fires it, so that neither is there without the other; without a
 * transaction it is kept at once. What was refused is kept whatever becomes of the transaction, within a second; equal
 * refusals from one address are added up for a minute. When, from which address and in which request is added where it
 * is kept; so is the actor, the caller of the request, unless {@link #by} names one.
 *
 * @param action what, as {@code user.banned}: lower case, underscores, dots
 * @param refused whether it was only tried
 * @param actor who, null for the caller of the request
 * @param subject to what, may be null
 * @param details what else is worth knowing; never a secret, nor a name or an e-mail address: what stands here outlives
 *     the account
 */
public record AuditFact(
        String action, boolean refused, AuditParty actor, AuditParty subject, Map<String, String> details) {
    /** The detail that tells why something was refused. */
    public static final String CODE = "code";

    private static final Pattern ACTION = Pattern.compile("[a-z][a-z_]*(\\.[a-z][a-z_]*)*");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z_]{0,39}");
    private static final int LONGEST_ACTION = 60;
    private static final int LONGEST_DETAIL = 300;
    private static final int MOST_DETAILS = 20;

    /**
     * @throws IllegalArgumentException if the action or the name of a detail is no word, or there are too many of them
     */
    public AuditFact {
        if (action.length() > LONGEST_ACTION || !ACTION.matcher(action).matches()) {
            throw new IllegalArgumentException("No action: " + action);
        }
        SortedMap<String, String> kept = new TreeMap<>();
        details.forEach((name, value) -> kept.put(name, shortened(value)));
        if (kept.size() > MOST_DETAILS
                || !kept.keySet().stream().allMatch(name -> NAME.matcher(name).matches())) {
            throw new IllegalArgumentException("No details: " + kept.keySet());
        }
        details = Map.copyOf(kept);
    }

    /** @return the fact that something was done */
    public static AuditFact done(String action) {
        return new AuditFact(action, false, null, null, Map.of());
    }

    /**
     * @param action what was tried
     * @param code why it was refused, as {@code INVALID_CREDENTIALS}
     * @return the fact that it was refused
     */
    public static AuditFact refused(String action, String code) {
        return new AuditFact(action, true, null, null, Map.of(CODE, code));
    }

    /** @return this fact, done by somebody else than the caller of the request */
    public AuditFact by(AuditParty who) {
        return new AuditFact(action, refused, who, subject, details);
    }

    /** @return this fact, done to that; the id may be null */
    public AuditFact on(String kind, UUID id) {
        return new AuditFact(action, refused, actor, new AuditParty(kind, id), details);
    }

    /** @return this fact with one more detail; a value that is null is left out, one that is too long is cut */
    public AuditFact with(String name, Object value) {
        if (value == null) {
            return this;
        }
        Map<String, String> more = new TreeMap<>(details);
        more.put(name, value.toString());
        return new AuditFact(action, refused, actor, subject, more);
    }

    private static String shortened(String value) {
        String text = Objects.requireNonNull(value, "value").replace('\0', ' ');
        return text.codePointCount(0, text.length()) <= LONGEST_DETAIL
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_DETAIL));
    }
}
