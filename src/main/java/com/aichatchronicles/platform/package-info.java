/**
 * What every feature stands on: errors, HTTP, configuration, cache and observation. Uses no feature.
 */
package com.aichatchronicles.platform;
