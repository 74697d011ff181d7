/**
 * RFC 7643 and RFC 7644 as such: how resources, changes, filters, pages and failures are written and read, whatever
 * they are about. Filters become SQL with bound parameters; what has no index is refused. The library (UnboundID's SCIM
 * 2 SDK) reads filters and paths and applies changes to JSON.
 */
package com.aichatchronicles.scim.protocol;
