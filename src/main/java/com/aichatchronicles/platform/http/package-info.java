/**
 * HTTP as the REST contract has it: request ids, cross-origin rules, strict JSON bodies, envelopes, pages and
 * conditional answers.
 */
package com.aichatchronicles.platform.http;
