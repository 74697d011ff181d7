/**
 * The whole application on one machine, for development and tests: PostgreSQL, Redis and Liberty as child processes of
 * the build. None of it is shipped.
 */
package com.aichatchronicles.local;
