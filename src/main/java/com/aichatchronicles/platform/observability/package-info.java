/**
 * What operators see: health.
 */
package com.aichatchronicles.platform.observability;
