/**
 * The way to PostgreSQL. Packed as a library of its own beside the driver, because Liberty makes data sources outside
 * any application; the rest of the server must not use it.
 */
package com.aichatchronicles.platform.database;
