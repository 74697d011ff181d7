package com.aichatchronicles.secondfactor;

import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Instant;

/**
 * How an account is protected.
 *
 * @param enabled whether a sign-in asks for a code
 * @param since when it was confirmed, else null
 * @param recoveryCodesLeft those not used yet
 */
@JsonbNillable
public record SecondFactorView(boolean enabled, Instant since, int recoveryCodesLeft) {}
