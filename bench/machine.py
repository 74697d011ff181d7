"""PostgreSQL, Redis and the two servers of a benchmark, each started here and ended by its own process id."""
import contextlib
import glob
import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.request

HERE = os.path.dirname(os.path.abspath(__file__))
PROJECT = os.path.dirname(HERE)
DATA = os.path.join(HERE, ".data")
DATABASE_PORT, REDIS_PORT, PEER_PORT, OUR_PORT, NGINX_PORT = "55432", "56379", "3901", "3902", "3900"
PASSWORD = "chronicles"
ENVIRONMENT = dict(os.environ, PGHOST="127.0.0.1", PGPORT=DATABASE_PORT, PGUSER="chronicles", PGPASSWORD=PASSWORD,
                   REDIS_PORT=REDIS_PORT, JWT_SECRET="bench-secret-bench-secret-bench-secret-00")
UNLIMITED = "999999999"


def run(*command, **more):
    return subprocess.run(command, check=True, text=True, env=more.pop("env", ENVIRONMENT), **more)


def sql(database, text):
    return run("psql", "-qXAt", "-v", "ON_ERROR_STOP=1", "-d", database, "-c", text, capture_output=True).stdout.strip()


def require(*programs):
    missing = [program for program in programs if not shutil.which(program)]
    if missing:
        sys.exit("Missing: " + ", ".join(missing) + " (see bench/README.md)")


@contextlib.contextmanager
def process(command, log, **more):
    """A program in a group of its own, ended with everything that it has started."""
    with open(log, "w") as output:
        child = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT, start_new_session=True, **more)
    try:
        yield child
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGTERM)
        child.wait()


def await_answer(address, child, seconds=180):
    deadline = time.time() + seconds
    while time.time() < deadline and child.poll() is None:
        with contextlib.suppress(OSError):
            if urllib.request.urlopen(address, timeout=5).status == 200:
                return
        time.sleep(0.1)
    sys.exit("No answer from " + address)


def postgres_programs():
    found = sorted(glob.glob("/usr/lib/postgresql/*/bin"), key=lambda path: int(path.split("/")[4]))
    if not found:
        sys.exit("Missing: postgresql (see bench/README.md)")
    return found[-1]


@contextlib.contextmanager
def postgres(settings):
    """A cluster in .data/postgres, which stays for the next run."""
    programs, cluster = postgres_programs(), os.path.join(DATA, "postgres")
    as_owner = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] if os.geteuid() == 0 else []
    if not os.path.exists(os.path.join(cluster, "PG_VERSION")):
        os.makedirs(cluster, mode=0o700)
        if as_owner:
            shutil.chown(cluster, "postgres", "postgres")
        run(*as_owner, programs + "/initdb", "-D", cluster, "-U", "postgres", "--locale=C.UTF-8", "-E", "UTF8",
            "--auth=trust", stdout=subprocess.DEVNULL)
        with open(settings) as given, open(cluster + "/postgresql.auto.conf", "a") as ours:
            ours.write(given.read())
    command = as_owner + [programs + "/postgres", "-D", cluster, "-p", DATABASE_PORT, "-k", ""]
    with process(command, os.path.join(DATA, "postgres.log")) as child:
        while subprocess.run(["pg_isready", "-q"], env=ENVIRONMENT).returncode:
            if child.poll() is not None:
                sys.exit("PostgreSQL has ended, see bench/.data/postgres.log")
            time.sleep(0.2)
        administrator = dict(ENVIRONMENT, PGUSER="postgres")
        exists = run("psql", "-qXAtd", "postgres", "-c", "SELECT 1 FROM pg_roles WHERE rolname = 'chronicles'",
                     env=administrator, capture_output=True).stdout
        if not exists:
            run("psql", "-qXd", "postgres", "-c",
                f"CREATE ROLE chronicles SUPERUSER LOGIN PASSWORD '{PASSWORD}'", env=administrator)
        yield child


@contextlib.contextmanager
def redis():
    command = ["redis-server", "--port", REDIS_PORT, "--bind", "127.0.0.1", "--save", "", "--appendonly", "no",
               "--maxmemory", "2gb", "--maxmemory-policy", "allkeys-lru"]
    with process(command, os.path.join(DATA, "redis.log")) as child:
        time.sleep(1)
        yield child


@contextlib.contextmanager
def peer(folder, database, processes, cache):
    """The Express server that is to be beaten."""
    run("redis-cli", "-p", REDIS_PORT, "flushall", stdout=subprocess.DEVNULL)
    environment = dict(ENVIRONMENT, PGDATABASE=database, NODE_ENV="production", WORKERS=str(processes),
                       PG_POOL="10" if processes == 1 else "8", CACHE="on" if cache else "off",
                       RL_MAX=UNLIMITED, RL_SEARCH_MAX=UNLIMITED, RL_AUTH_MAX=UNLIMITED)
    with process(["node", folder + "/express/server.js"], os.path.join(DATA, "peer.log"), env=environment,
                 cwd=DATA) as child:
        await_answer(f"http://127.0.0.1:{PEER_PORT}/health", child)
        yield child, f"http://127.0.0.1:{PEER_PORT}"


@contextlib.contextmanager
def ours(database, cache, port=OUR_PORT, empty=True):
    """Our server, as it is shipped: limits high but counted, log, metrics and security headers on."""
    if empty:
        run("redis-cli", "-p", REDIS_PORT, "flushall", stdout=subprocess.DEVNULL)
    user = os.path.join(DATA, "liberty-" + port)
    server = os.path.join(user, "servers", "chronicles")
    shutil.rmtree(server, ignore_errors=True)
    shutil.copytree(os.path.join(PROJECT, "target", "server"), server)
    os.makedirs(server + "/apps", exist_ok=True)
    shutil.copy(os.path.join(PROJECT, "target", "aichatchronicles.war"), server + "/apps")
    environment = dict(os.environ, WLP_USER_DIR=user, PORT=port, HTTPS_PORT=str(int(port) + 6000),
                       DATABASE_URL=f"postgresql://chronicles:{PASSWORD}@127.0.0.1:{DATABASE_PORT}/{database}",
                       REDIS_URL=f"redis://127.0.0.1:{REDIS_PORT}", keystore_password="of-the-benchmark",
                       CACHE_TTL_SECONDS="300" if cache else "0", RATE_LIMIT_GENERAL=UNLIMITED + "/900",
                       RATE_LIMIT_SEARCH=UNLIMITED + "/60", RATE_LIMIT_AUTH=UNLIMITED + "/900")
    liberty = glob.glob(os.path.join(PROJECT, "target", "liberty", "*", "wlp", "bin", "server"))[0]
    command = [liberty, "run", "chronicles"]
    started = time.time()
    with process(command, os.path.join(DATA, "ours.log"), env=environment) as child:
        await_answer(f"http://127.0.0.1:{port}/health/ready", child)
        child.seconds_to_ready = time.time() - started
        yield child, f"http://127.0.0.1:{port}"


@contextlib.contextmanager
def nginx(ports):
    """A load balancer with connections that stay open on both sides."""
    folder = os.path.join(DATA, "nginx")
    os.makedirs(folder, exist_ok=True)
    servers = "".join(f"server 127.0.0.1:{port};" for port in ports)
    with open(folder + "/nginx.conf", "w") as settings:
        settings.write(f"""
            daemon off; worker_processes 1; pid {folder}/nginx.pid; error_log {folder}/error.log;
            events {{ worker_connections 2048; }}
            http {{
                access_log off; keepalive_requests 1000000;
                client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/f;
                uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
                upstream servers {{ {servers} keepalive 64; keepalive_requests 1000000; }}
                server {{
                    listen 127.0.0.1:{NGINX_PORT}; client_max_body_size 12m;
                    location / {{ proxy_pass http://servers; proxy_http_version 1.1; proxy_set_header Connection "";
                                  proxy_set_header X-Forwarded-For $remote_addr; proxy_buffers 8 32k; }}
                }}
            }}""")
    with process(["nginx", "-c", folder + "/nginx.conf", "-p", folder], os.path.join(DATA, "nginx.log")) as child:
        await_answer(f"http://127.0.0.1:{NGINX_PORT}/health/ready", child)
        yield f"http://127.0.0.1:{NGINX_PORT}"


def java():
    return os.path.join(os.environ["JAVA_HOME"], "bin", "java") if "JAVA_HOME" in os.environ else "java"


def tree(root):
    """@return the ids of a process and all that descend from it"""
    parents = {}
    for entry in filter(str.isdigit, os.listdir("/proc")):
        with contextlib.suppress(OSError):
            parents[int(entry)] = int(open(f"/proc/{entry}/stat").read().rsplit(")", 1)[1].split()[1])
    family = {root}
    while True:
        more = {child for child, parent in parents.items() if parent in family} - family
        if not more:
            return family
        family |= more


def megabytes(root):
    """@return the resident memory of a process and its descendants"""
    total = 0
    for member in tree(root):
        with contextlib.suppress(OSError):
            total += int(open(f"/proc/{member}/statm").read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    return total // 2 ** 20


def processor_seconds(root):
    """@return the processor time that a process and its descendants have used"""
    total = 0
    for member in tree(root):
        with contextlib.suppress(OSError):
            fields = open(f"/proc/{member}/stat").read().rsplit(")", 1)[1].split()
            total += int(fields[11]) + int(fields[12])
    return total / os.sysconf("SC_CLK_TCK")
