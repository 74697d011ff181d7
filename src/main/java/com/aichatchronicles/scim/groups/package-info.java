/**
 * Groups of a directory, who is in them and which role that gives: owns {@code scim_groups} and {@code scim_members}.
 */
package com.aichatchronicles.scim.groups;
