/**
 * What stands at the server's root: the page for people, and the same way in for programs as JSON. Which of the two is
 * sent follows from the {@code Accept} header (RFC 9110, section 12.5.1). Uses no other feature; the page itself lives
 * among the web application's files and talks to the public API like any other client.
 */
package com.aichatchronicles.home;
