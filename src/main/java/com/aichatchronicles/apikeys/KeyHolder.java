package com.aichatchronicles.apikeys;

import com.aichatchronicles.sessions.Caller;
import java.util.List;
import java.util.UUID;

/**
 * Who stands behind a key that is good.
 *
 * @param keyId the key
 * @param owner as the database knows them now, without a session
 * @param scopes what the key may do
 * @param unnoted whether its last use was noted more than a minute ago
 */
record KeyHolder(UUID keyId, Caller owner, List<String> scopes, boolean unnoted) {}
