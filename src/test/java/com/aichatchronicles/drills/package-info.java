/**
 * Drills: what the server must survive, done for real with two servers, their PostgreSQL and their Redis. They take
 * minutes, so only {@code mvn -Pdrills verify} runs them. Each prints a line of figures.
 */
package com.aichatchronicles.drills;
