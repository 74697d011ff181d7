/**
 * What owners do to their accounts with the password in hand: another password, deleting it all. A token alone is not
 * enough for that, because it may be in wrong hands.
 */
package com.aichatchronicles.credentials;
