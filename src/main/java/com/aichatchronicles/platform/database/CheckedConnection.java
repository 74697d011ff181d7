package com.aichatchronicles.platform.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * A connection that asks the database only now and then whether it is still there. Liberty asks each time that it takes
 * a connection out of its pool, and the question is a round trip: for a short read as long as the read itself. Pools
 * such as HikariCP leave a connection unasked for half a second after its last use; this does so after it was asked. A
 * database that goes away in between fails the one statement that meets it, as it would have at any other moment, and
 * then Liberty throws away the whole pool.
 */
final class CheckedConnection implements InvocationHandler {
    static final long GOOD_FOR_MILLISECONDS = 500;

    private final Connection connection;
    private final LongSupplier nanoseconds;
    private boolean wasValid;
    private long checked;

    private CheckedConnection(Connection connection, LongSupplier nanoseconds) {
        this.connection = connection;
        this.nanoseconds = nanoseconds;
    }

    /**
     * @param connection used by one thread at a time
     * @param nanoseconds the clock, as {@link System#nanoTime}
     * @return the same connection, which remembers that it is valid
     */
    static Connection of(Connection connection, LongSupplier nanoseconds) {
        return (Connection) Proxy.newProxyInstance(
                CheckedConnection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                new CheckedConnection(connection, nanoseconds));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        return switch (method.getName()) {
            case "isValid" -> isValid((int) arguments[0]);
            case "equals" -> proxy == arguments[0];
            default -> call(method, arguments);
        };
    }

    private boolean isValid(int seconds) throws SQLException {
        long now = nanoseconds.getAsLong();
        if (wasValid && now - checked < TimeUnit.MILLISECONDS.toNanos(GOOD_FOR_MILLISECONDS)) {
            return true;
        }
        wasValid = connection.isValid(seconds);
        checked = now;
        return wasValid;
    }

    private Object call(Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
