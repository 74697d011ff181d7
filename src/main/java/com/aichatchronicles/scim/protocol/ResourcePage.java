package com.aichatchronicles.scim.protocol;

import java.util.List;

/**
 * A part of a list.
 *
 * @param total how many resources there are that were asked for
 * @param resources those of this page
 */
public record ResourcePage(long total, List<StoredResource> resources) {}
