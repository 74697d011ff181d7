/**
 * The second factor (RFC 6238): enrolling an authenticator, its codes, and recovery codes for the day when it is lost.
 * Owns {@code chronicles.second_factors} and {@code chronicles.recovery_codes}. A code is good once, whichever server
 * takes it.
 */
package com.aichatchronicles.secondfactor;
