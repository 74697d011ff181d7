/**
 * Keeps what is costly from taking the threads of everything else: of requests that hash passwords only some are served
 * at once. The others wait without a thread, first come, first served, and are refused when their turn does not come.
 */
package com.aichatchronicles.platform.admission;
