package com.aichatchronicles.platform.errors;

import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.PersistenceException;

/**
 * Stands around every EJB ({@code ejb-jar.xml}) and names what is no fault of the bean: an absent database, two
 * transactions in each other's way, and a row whose owner has gone meanwhile. The container takes any other exception
 * of persistence for a fault of the bean and logs it with its whole stack, at every call of an outage.
 */
public class DatabaseRefusals {
    @AroundInvoke
    Object name(InvocationContext call) throws Exception {
        try {
            return call.proceed();
        } catch (PersistenceException e) {
            if (Causes.isOrphan(e)) {
                // Called anew, a method finds whatever else has gone; the caller's own account it does not look up.
                throw new ApiException(ErrorCode.INVALID_TOKEN, e);
            }
            throw Causes.isDatabaseAway(e) || Causes.isConflict(e)
                    ? new ApiException(ErrorCode.SERVICE_UNAVAILABLE, e)
                    : e;
        }
    }
}
