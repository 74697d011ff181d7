/**
 * Tags: which keywords published conversations have, and how many have each. Owns {@code chronicles.tag_totals}, which
 * the database keeps exact by triggers; reads nothing else.
 */
package com.aichatchronicles.tags;
