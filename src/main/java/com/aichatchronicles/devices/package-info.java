/**
 * The devices that accounts are signed in to from, and the tries to guess a secret. Owns
 * {@code chronicles.known_devices} and {@code chronicles.guesses}.
 *
 * <p>Tries are counted before they are known to be wrong ({@code charge_guess} in V8__account_protection.sql), by the
 * address that was entered, whether anybody has it or not. A device that the owner has signed in from has a count of
 * its own. It is known by a cookie that opens nothing, or, for a client that keeps no cookies, by its network address
 * and user agent; so nobody can keep an owner waiting from elsewhere. Within a session, wrong passwords are counted by
 * the session.
 */
package com.aichatchronicles.devices;
