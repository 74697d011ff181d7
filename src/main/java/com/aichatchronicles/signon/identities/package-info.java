/**
 * Which identity at a provider opens which account: owns {@code identities}, {@code identity_links} and {@code
 * identity_link_codes}. Makes accounts of those who are new, adds identities to accounts once their owners have
 * confirmed it, and takes them away again, but for the last way in.
 */
package com.aichatchronicles.signon.identities;
