/**
 * What JPA lacks for PostgreSQL: arrays and time-ordered ids.
 */
package com.aichatchronicles.platform.persistence;
