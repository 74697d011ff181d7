/**
 * Redis, which makes the server faster and is never needed for it to be right.
 */
package com.aichatchronicles.platform.cache;
