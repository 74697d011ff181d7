package com.aichatchronicles.platform.errors;

import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.PersistenceException;

/**
 * Stands around every EJB ({@code ejb-jar.xml}) and says of an absent database that it is absent, and of two transactions
 * in each other's way that it can't serve now. The container takes any other exception of persistence for a fault of the
 * bean and logs it with its whole stack, at every call of an outage.
 */
public class AbsentDatabaseInterceptor {
    @AroundInvoke
    Object name(InvocationContext call) throws Exception {
        try {
            return call.proceed();
        } catch (PersistenceException e) {
            throw Causes.isDatabaseAway(e) || Causes.isConflict(e)
                    ? new ApiException(ErrorCode.SERVICE_UNAVAILABLE, e)
                    : e;
        }
    }
}
