/**
 * Which passwords are taken, and how they are hashed and checked: never so many at once that reads get slow.
 *
 * <p>What a refusal takes is the same whatever is behind an address: as long as any account has a hash of the earlier
 * server (bcrypt), each refusal costs one hash of either kind.
 */
package com.aichatchronicles.passwords;
