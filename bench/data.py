"""The same rows for both servers: seeded by the peer's own scripts, copied into a database of ours."""
import os
import shutil
import subprocess
import sys

from machine import DATA, ENVIRONMENT, ours, run, sql

ALWAYS_TRIGGERS_ONLY = dict(ENVIRONMENT, PGOPTIONS="-c session_replication_role=replica -c synchronous_commit=off")
COPIED = {
    "auth.users (id, aud, role, email, encrypted_password, email_confirmed_at, created_at, updated_at)":
        "SELECT id, 'authenticated', 'authenticated', email, password_hash, created_at, created_at, created_at"
        " FROM accounts",
    "public.profiles (id, email, full_name, username, title, bio, avatar_url, location, website, interests,"
    " created_at)":
        "SELECT id, email, full_name, username, title, bio, avatar_url, location, website, interests, created_at"
        " FROM profiles",
    "public.conversations (id, title, content, excerpt, author_id, category, read_time, published, featured,"
    " created_at, updated_at)":
        "SELECT id, title, content, excerpt, author_id, category, read_time, published, featured, created_at,"
        " updated_at FROM conversations",
    "public.likes (user_id, conversation_id, created_at)": "SELECT user_id, conversation_id, created_at FROM likes",
    "public.comments (conversation_id, author_id, content, created_at)":
        "SELECT conversation_id, author_id, content, created_at FROM comments",
}
SIZES = (10, 1000)
SIZED = """
    INSERT INTO public.conversations (id, title, content, excerpt, author_id, category, read_time, published, featured,
                                      created_at, updated_at)
    SELECT ('00000000-0000-4000-8000-' || lpad({kilobytes}::text, 12, '0'))::uuid, 'Size {kilobytes} kB',
           left(text, {kilobytes} * 1000), excerpt, author_id, category, 60, true, false,
           '2000-01-01 00:00:00Z', '2000-01-01 00:00:00Z'
      FROM (SELECT string_agg(content, ' ') AS text
              FROM (SELECT content FROM public.conversations ORDER BY id LIMIT {kilobytes}) c) many,
           (SELECT excerpt, author_id, category FROM public.conversations ORDER BY id LIMIT 1) one
    ON CONFLICT DO NOTHING"""
TEN_TIMES = """
    INSERT INTO public.conversations (id, title, content, excerpt, author_id, category, read_time, published, featured,
                                      created_at, updated_at)
    SELECT md5(id::text || {copy})::uuid, title, content, excerpt, author_id, category, read_time, published, featured,
           created_at - {copy} * interval '7 minutes', updated_at - {copy} * interval '7 minutes'
      FROM public.conversations"""

NAMES_OF_THEM = """
    SELECT indexname FROM pg_indexes
     WHERE schemaname = 'public' AND tablename = 'conversations' AND indexname <> 'conversations_pkey' ORDER BY 1"""
SECONDARY_INDEXES = NAMES_OF_THEM.replace("indexname FROM", "indexdef FROM")


def exists(database):
    return sql("postgres", f"SELECT count(*) FROM pg_database WHERE datname = '{database}'") == "1"


def seed(peer_folder, rows):
    """@return the two databases with so many conversations, made where they are not there yet"""
    theirs, own = f"peer_{rows}", f"ours_{rows}"
    if rows <= 100_000 and not exists(theirs):
        run("bash", os.path.join(peer_folder, "seed.sh"), theirs, str(rows))
    if not exists(own):
        print(f"Seeding {own}", flush=True)
        unfinished = own + "_unfinished"
        run("dropdb", "--if-exists", unfinished)
        source = own if rows <= 100_000 else "ours_100000"
        if rows <= 100_000:
            run("createdb", unfinished)
            copy(theirs, unfinished)
        else:
            multiply(peer_folder, source, unfinished, rows // 100_000)
        run("vacuumdb", "-qz", unfinished)
        run("psql", "-qXd", "postgres", "-c", f"ALTER DATABASE {unfinished} RENAME TO {own}")
    return theirs, own


def size(*databases):
    """Adds a conversation of 10 kB and one of 1 MB, older than all others."""
    for database in databases:
        for kilobytes in SIZES:
            sql(database, SIZED.format(kilobytes=kilobytes))


def forget_sized(*databases):
    """A text of 1 MB has nearly every word: it would be a hit of most searches, and the answer twenty times as long."""
    for database in databases:
        sql(database, "DELETE FROM public.conversations WHERE id IN ('"
                      + "', '".join(f"00000000-0000-4000-8000-{kilobytes:012}" for kilobytes in SIZES) + "')")


def copy(theirs, own):
    with ours(own, True):
        pass  # it makes the schema
    for target, query in COPIED.items():
        reader = subprocess.Popen(["psql", "-qXd", theirs, "-c", f"COPY ({query}) TO STDOUT"], env=ENVIRONMENT,
                                  stdout=subprocess.PIPE)
        run("psql", "-qXd", own, "-v", "ON_ERROR_STOP=1", "-c", f"COPY {target} FROM STDIN", stdin=reader.stdout,
            env=ALWAYS_TRIGGERS_ONLY)
        if reader.wait():
            sys.exit("Copying failed: " + target)


def multiply(peer_folder, source, own, times):
    seed(peer_folder, 100_000)
    run("createdb", "-T", source, own)
    sql(own, "CREATE TABLE originals AS SELECT id FROM public.conversations")
    indexes = sql(own, SECONDARY_INDEXES).splitlines()
    sql(own, "".join(f"DROP INDEX public.{name};" for name in sql(own, NAMES_OF_THEM).splitlines()))
    for number in range(1, times):
        statement = TEN_TIMES.format(copy=number) + " WHERE id IN (SELECT id FROM originals)"
        run("psql", "-qXd", own, "-v", "ON_ERROR_STOP=1", "-c", statement, env=ALWAYS_TRIGGERS_ONLY)
    sql(own, "DROP TABLE originals;" + ";".join(indexes))


def samples(peer_folder, theirs, rows):
    """@return the folder with the ids and terms that are asked for"""
    folder = os.path.join(DATA, f"samples-{rows}")
    if not os.path.exists(folder):
        run("bash", os.path.join(peer_folder, "bench", "data.sh"), theirs, folder, stdout=subprocess.DEVNULL)
    return folder


def forget_created(*databases):
    for database in databases:
        sql(database, "DELETE FROM public.conversations WHERE title LIKE 'Bench %'")
        run("vacuumdb", "-qz", database)
        sql(database, "CHECKPOINT")


def peer_copy(folder):
    """@return a copy of the peer that can be run: its modules are installed beside it"""
    copy_of_it = os.path.join(DATA, "peer")
    if not os.path.exists(copy_of_it):
        shutil.copytree(folder, copy_of_it)
        for path, folders, files in os.walk(copy_of_it):
            for name in folders + files:
                os.chmod(os.path.join(path, name), 0o755)
    if not os.path.exists(copy_of_it + "/express/node_modules"):
        run("npm", "ci", "--silent", cwd=copy_of_it + "/express")
    return copy_of_it
