/**
 * Configuration: where values come from and what is checked before the server serves. A typed class of settings lives
 * beside its user, not here.
 */
package com.aichatchronicles.platform.config;
