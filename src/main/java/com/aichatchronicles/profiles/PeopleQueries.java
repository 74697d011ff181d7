package com.aichatchronicles.profiles;

import com.aichatchronicles.platform.http.Page;
import com.aichatchronicles.platform.http.PageRequest;
import com.aichatchronicles.platform.http.Position;
import com.aichatchronicles.platform.persistence.Sql;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;

/** Lists of people, the newest first. */
@Dependent
public class PeopleQueries {
    private static final int SINCE = 4;
    private static final int ROW = 5;

    @PersistenceContext
    EntityManager entities;

    /**
     * @param group the people
     * @param page which part of them
     * @return one page
     */
    public Page<PersonView> page(People.Group group, PageRequest page) {
        People people = group.people();
        Sql sql = new Sql()
                .add("SELECT p.id, p.full_name, p.username, p.avatar_url, k.created_at, k.id AS row FROM (")
                .add("SELECT k.id, k.created_at, k." + people.personColumn() + " AS person FROM " + people.table()
                        + " k")
                .add("WHERE k." + people.ownerColumn() + " = ?", group.owner());
        if (page.after() != null) {
            sql.add(
                    "AND (k.created_at, k.id) < (CAST(? AS timestamptz), ?)",
                    page.after().time(),
                    page.after().id());
        }
        List<?> rows = sql.add("ORDER BY k.created_at DESC, k.id DESC LIMIT ? OFFSET ?", page.rows(), page.offset())
                .add(") k JOIN public.profiles p ON p.id = k.person ORDER BY k.created_at DESC, k.id DESC")
                .by(entities::createNativeQuery)
                .getResultList();
        return page.fill(rows, group.number(), PeopleQueries::position, PeopleQueries::view);
    }

    private static Position position(Object row) {
        Object[] column = (Object[]) row;
        return Position.at(((Timestamp) column[SINCE]).toInstant(), (UUID) column[ROW]);
    }

    private static PersonView view(Object row) {
        Object[] column = (Object[]) row;
        return new PersonView(
                (UUID) column[0],
                (String) column[1],
                (String) column[2],
                (String) column[3],
                ((Timestamp) column[SINCE]).toInstant());
    }
}
