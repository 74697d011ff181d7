/**
 * What JPA lacks for PostgreSQL: arrays, time-ordered ids, native queries composed at run time, and another call of a
 * method whose transaction stood in the way of another.
 */
package com.aichatchronicles.platform.persistence;
