/**
 * Seminars: meetings that a host announces and others take seats in. Owns {@code public.seminars} and
 * {@code public.seminar_participants}.
 *
 * <p>All may read seminars and who takes part. Where a seminar meets is told to its host, its participants and admins
 * alone. Seats are given out under the lock of the seminar's row, so that there are never more takers than seats.
 */
package com.aichatchronicles.seminars;
