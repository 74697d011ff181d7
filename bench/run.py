#!/usr/bin/env python3
"""Measures our server beside the peer, in one run and on the same rows, and writes a table to results/.

usage: run.py [--peer FOLDER] [--rows 100000] [--only WORD] [--warm 90] [--seconds 10] [--runs 3]"""
import argparse
import json
import os
import re
import subprocess
import time
import urllib.request

import data
import machine
from machine import DATA, ENVIRONMENT, PROJECT

COLUMNS = ("scenario", "rows", "connections", "server", "requests/s", "p50 ms", "p95 ms", "p99 ms", "errors", "MB",
           "cores", "ratio")


class Scenario:
    """What is asked, how; the peer is left out where it has nothing to compare."""

    def __init__(self, name, mode, cache=True, connections=32, peer=True, environment=None):
        self.name, self.mode, self.cache, self.connections = name, mode, cache, connections
        self.peer, self.environment = peer, environment or {}


SCENARIOS = (
    Scenario("list, first page, cached", "first"),
    Scenario("list, first page, cached, gzip", "first", environment={"GZIP": "1"}),
    Scenario("detail, cached", "detail"),
    Scenario("detail, cached, signed in", "detail", peer=False, environment={"SIGNED_IN": "1"}),
    Scenario("304, first page", "first", environment={"ETAG": "?"}),
    Scenario("list, first page, cached, 512 connections", "first", connections=512),
    Scenario("create", "create"),
    Scenario("mixed", "mixed"),
    Scenario("list, random, no cache", "list", cache=False),
    Scenario("detail, no cache", "detail", cache=False),
    Scenario("search, ranked, no cache", "search", cache=False, connections=4, peer=False),
    Scenario("search, newest, no cache", "newest", cache=False, connections=4, peer=False),
)
CEILINGS = {"list, random, no cache": "list.sql", "detail, no cache": "detail.sql"}


def main():
    options = arguments()
    machine.require("psql", "pg_isready", "redis-server", "redis-cli", "wrk", "node", "npm", "setpriv")
    os.makedirs(DATA, exist_ok=True)
    os.chmod(DATA, 0o755)
    peer_folder = data.peer_copy(options.peer)
    results = []
    with machine.postgres(os.path.join(peer_folder, "postgresql.conf.add")), machine.redis():
        for rows in options.rows:
            results += measure_all(options, peer_folder, rows)
    write(options, results)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--peer", default=os.path.join(PROJECT, "..", "shared", "bench"))
    parser.add_argument("--rows", default="100000", type=lambda text: [int(part) for part in text.split(",")])
    parser.add_argument("--only", default="")
    parser.add_argument("--warm", default=90, type=int)
    parser.add_argument("--seconds", default=10, type=int)
    parser.add_argument("--runs", default=3, type=int)
    parser.add_argument("--processes", default=1, type=int, help="of the peer")
    return parser.parse_args()


def measure_all(options, peer_folder, rows):
    theirs, own = data.seed(peer_folder, rows)
    folder = data.samples(peer_folder, theirs if rows <= 100_000 else "peer_100000", rows)
    chosen = [scenario for scenario in SCENARIOS if options.only in scenario.name]
    results = []
    for cache in (True, False):
        scenarios = [scenario for scenario in chosen if scenario.cache == cache]
        if scenarios and rows <= 100_000:
            with machine.peer(peer_folder, theirs, options.processes, cache) as (child, address):
                compared = [scenario for scenario in scenarios if scenario.peer]
                results += series(options, compared, folder, rows, f"peer-{options.processes}", child, address)
        if scenarios:
            with machine.ours(own, cache) as (child, address):
                results += series(options, scenarios, folder, rows, "ours", child, address)
        if not cache:
            results += [ceiling(options, scenario.name, own, rows) for scenario in scenarios
                        if scenario.name in CEILINGS]
    data.forget_created(*([theirs] if rows <= 100_000 else []), own)
    return results


def series(options, scenarios, folder, rows, server, child, address):
    sign_in(address, folder)
    results = []
    for scenario in scenarios:
        environment = dict(os.environ, **scenario.environment)
        if "ETAG" in scenario.environment:
            environment["ETAG"] = entity_tag(address)
        load(scenario, folder, address, options.warm if not results else max(5, options.warm // 6), environment, 1)
        runs = []
        for number in range(options.runs):
            before = machine.processor_seconds(child.pid)
            figures = load(scenario, folder, address, options.seconds, environment, 10 + number)
            figures["cores"] = (machine.processor_seconds(child.pid) - before) / figures["seconds"]
            runs.append(figures)
        middle = sorted(runs, key=lambda figures: figures["requests"] / figures["seconds"])[len(runs) // 2]
        middle.update(scenario=scenario.name, rows=rows, connections=scenario.connections, server=server,
                      megabytes=machine.megabytes(child.pid), rate=middle["requests"] / middle["seconds"])
        results.append(middle)
        print(line(middle, results), flush=True)
    return results


def load(scenario, folder, address, seconds, environment, seed):
    command = ["wrk", "-t1", f"-c{scenario.connections}", f"-d{seconds}s", "--timeout", "60s", "-s",
               os.path.join(machine.HERE, "requests.lua"), address, "--", scenario.mode, folder]
    output = subprocess.run(command, env=dict(environment, SEED=str(seed)), capture_output=True, text=True).stdout
    found = re.search(r"RESULT (\{.*\})", output)
    if not found:
        raise SystemExit(output)
    return json.loads(found.group(1))


def sign_in(address, folder):
    body = json.dumps({"email": "user7@bench.test", "password": "bench-password-1"}).encode()
    request = urllib.request.Request(address + "/api/v1/auth/login", body, {"Content-Type": "application/json"})
    with urllib.request.urlopen(request) as answer, open(folder + "/token.txt", "w") as token:
        token.write(json.load(answer)["token"])


def entity_tag(address):
    with urllib.request.urlopen(address + "/api/v1/conversations?limit=12&page=1") as answer:
        return answer.headers["ETag"] or '"none"'


def ceiling(options, name, database, rows):
    """What the database gives without any server: the same SQL through pgbench."""
    script = os.path.join(machine.HERE, "sql", CEILINGS[name])
    output = subprocess.run(
        [machine.postgres_programs() + "/pgbench", "-n", "-f", script, "-c", "8", "-j", "1", "-T", str(options.seconds),
         "-M", "prepared", "-D", f"n={rows}", database], env=ENVIRONMENT, capture_output=True, text=True).stdout
    rate = float(re.search(r"tps = ([\d.]+)", output).group(1))
    return {"scenario": name, "rows": rows, "connections": 8, "server": "database alone", "rate": rate}


def ratio(result, results):
    same = [other for other in results if other["server"].startswith("peer")
            and (other["scenario"], other["rows"]) == (result["scenario"], result["rows"])]
    return f"{result['rate'] / same[0]['rate']:.2f}" if same and same[0]["rate"] else ""


def line(result, results):
    def figure(name, digits=1):
        return f"{result[name]:.{digits}f}" if name in result else ""
    cells = (result["scenario"], result["rows"], result["connections"], result["server"], figure("rate"), figure("p50"),
             figure("p95"), figure("p99"), figure("errors", 0), figure("megabytes", 0), figure("cores", 2),
             ratio(result, results))
    return "| " + " | ".join(str(cell) for cell in cells) + " |"


def write(options, results):
    commit = subprocess.run(["git", "-C", PROJECT, "rev-parse", "--short", "HEAD"], capture_output=True, text=True)
    name = time.strftime("%Y-%m-%d-%H%M") + "-" + commit.stdout.strip()
    path = os.path.join(machine.HERE, "results", name + ".md")
    model = re.search(r"model name\s*: (.*)", open("/proc/cpuinfo").read())
    with open(path, "w") as table:
        table.write(f"# {name}\n\n{os.cpu_count()} processors ({model.group(1) if model else 'unknown'}), "
                    f"wrk, databases and servers on the same machine; {options.warm} s of warm-up, then the middle of "
                    f"{options.runs} runs of {options.seconds} s; peer: {options.processes} process(es).\n\n")
        table.write("| " + " | ".join(COLUMNS) + " |\n|" + " --- |" * len(COLUMNS) + "\n")
        table.writelines(line(result, results) + "\n" for result in results)
    print(open(path).read())


if __name__ == "__main__":
    main()
