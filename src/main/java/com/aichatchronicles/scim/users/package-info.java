/** Users of a directory and their accounts: owns {@code scim_users} and {@code scim_emails}. */
package com.aichatchronicles.scim.users;
