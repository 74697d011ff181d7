/**
 * Registering, signing in, refreshing and signing out. Owns {@code chronicles.sign_in_challenges}.
 *
 * <p>The second factor is asked for after the password: the sign-in then answers with a challenge for five minutes.
 */
package com.aichatchronicles.signin;
