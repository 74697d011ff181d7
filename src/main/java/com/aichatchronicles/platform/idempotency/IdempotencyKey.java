package com.aichatchronicles.platform.idempotency;

import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The value of an {@code Idempotency-Key} header: plain, or a string of RFC 9651, section 3.3.3, as the draft has it.
 */
final class IdempotencyKey {
    static final String HEADER = "Idempotency-Key";

    private static final Pattern QUOTED = Pattern.compile("\"(?:[!#-\\[\\]-~]|\\\\[\"\\\\])*\"");
    private static final Pattern PLAIN = Pattern.compile("[!-~]{1,255}");
    private static final int LONGEST_HEADER = 2 * 255 + 2;

    private IdempotencyKey() {}

    /**
     * @param headers every header of that name
     * @return the key, without the quotes of the draft's form: quoted and plain are the same key
     * @throws ApiException IDEMPOTENCY_KEY_INVALID unless it is one of 1 to 255 visible ASCII characters
     */
    static String parse(List<String> headers) {
        String header = headers.size() == 1 ? headers.get(0).strip() : "";
        String key = header.startsWith("\"") ? unquoted(header) : header;
        if (!PLAIN.matcher(key).matches()) {
            throw new ApiException(ErrorCode.IDEMPOTENCY_KEY_INVALID);
        }
        return key;
    }

    private static String unquoted(String header) {
        boolean wellFormed =
                header.length() <= LONGEST_HEADER && QUOTED.matcher(header).matches();
        return wellFormed ? header.substring(1, header.length() - 1).replaceAll("\\\\(.)", "$1") : "";
    }
}
