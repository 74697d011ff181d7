/** What integration tests stand on: one server, its database and Redis, and a client that speaks to it. */
package com.aichatchronicles.testing;
