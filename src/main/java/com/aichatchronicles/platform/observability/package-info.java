/**
 * What operators see: health, metrics and logs.
 */
package com.aichatchronicles.platform.observability;
