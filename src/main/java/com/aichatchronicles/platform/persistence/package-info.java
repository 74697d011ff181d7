/**
 * What JPA lacks for PostgreSQL: arrays, time-ordered ids and native queries composed at run time.
 */
package com.aichatchronicles.platform.persistence;
