/**
 * The database schema: versioned SQL, applied before the first request.
 */
package com.aichatchronicles.platform.schema;
