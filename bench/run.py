#!/usr/bin/env python3
"""Measures our server beside the peer, in one run and on the same rows, and writes a table to results/."""
import argparse
import concurrent.futures
import contextlib
import json
import os
import re
import subprocess
import time
import urllib.request

import data
import machine
from machine import DATA, ENVIRONMENT, PROJECT
from scenarios import BALANCED, BESIDE, CEILINGS, SCENARIOS, Scenario

COLUMNS = ("scenario", "rows", "connections", "server", "requests/s", "p50 ms", "p95 ms", "p99 ms", "errors", "MB",
           "cores", "ratio", "floor", "aim")
PEER_ROWS = 100_000


def main():
    options = arguments()
    machine.require("psql", "pg_isready", "redis-server", "redis-cli", "wrk", "node", "npm", "setpriv", "mvn")
    if not options.built:
        machine.run("mvn", "-q", "-B", "-f", PROJECT, "-DskipTests", "pre-integration-test")
    os.makedirs(DATA, exist_ok=True)
    os.chmod(DATA, 0o755)
    peer_folder = data.peer_copy(options.peer)
    results, notes = [], []
    with machine.postgres(os.path.join(peer_folder, "postgresql.conf.add")), machine.redis():
        try:
            for rows in options.rows:
                measure(options, peer_folder, rows, results, notes)
        finally:
            write(options, results, notes)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--peer", default=os.path.join(PROJECT, "..", "shared", "bench"), help="folder of the peer")
    parser.add_argument("--rows", default=[100_000], type=lambda text: [int(part) for part in text.split(",")])
    parser.add_argument("--only", default="", help="scenarios with one of these words in their names, by semicolons")
    parser.add_argument("--processes", default=[1, 2],
                        type=lambda text: [int(part) for part in text.split(",") if part],
                        help="of the peer; empty for ours alone")
    parser.add_argument("--warm", default=90, type=int,
                        help="seconds, for a server's first scenario and for each that asks for other work")
    parser.add_argument("--seconds", default=10, type=int)
    parser.add_argument("--runs", default=3, type=int)
    parser.add_argument("--built", action="store_true", help="take what is in target/")
    parser.add_argument("--start", action="store_true", help="measure the start, too")
    parser.add_argument("--signins", action="store_true", help="measure reads beside sign-ins, too")
    parser.add_argument("--balanced", action="store_true", help="measure two servers behind nginx, too")
    return parser.parse_args()


def measure(options, peer_folder, rows, results, notes):
    theirs, own = data.seed(peer_folder, rows)
    both = [theirs, own] if rows <= PEER_ROWS else [own]
    folder = data.samples(peer_folder, theirs if rows <= PEER_ROWS else f"peer_{PEER_ROWS}", rows)
    chosen = [scenario for scenario in SCENARIOS if any(word in scenario.name for word in options.only.split(";"))]
    for cache in (True, False):
        scenarios = [scenario for scenario in chosen if scenario.cache == cache]
        if not scenarios:
            continue
        (data.size if cache else data.forget_sized)(*both)
        for processes in options.processes if rows <= PEER_ROWS else []:
            compared = [scenario for scenario in scenarios if scenario.peer and (processes == 1 or scenario.pair)]
            with machine.peer(peer_folder, theirs, processes, cache) as server:
                series(options, compared, folder, rows, f"peer, {processes}", server, results)
        with machine.ours(own, cache) as server:
            notes.append(f"{rows} rows, cache {'on' if cache else 'off'}: ready after "
                         f"{server[0].seconds_to_ready:.1f} s, {machine.megabytes(server[0].pid)} MB before the first"
                         " request")
            series(options, scenarios, folder, rows, "ours", server, results)
        results += [ceiling(options, name, own, rows) for name in CEILINGS if name in names(scenarios)]
    if options.balanced:
        balanced(options, own, folder, rows, results)
    if options.signins:
        notes += beside_signins(options, own, folder)
    if options.start:
        notes += start(own, folder, best(results, "detail, cached", rows))
    data.forget_created(*both)


def names(scenarios):
    return [scenario.name for scenario in scenarios]


def series(options, scenarios, folder, rows, name, server, results):
    child, address = server
    sign_in(address, folder)
    warm = options.warm
    for scenario in scenarios:
        environment = dict(os.environ, **scenario.environment)
        if "ETAG" in environment:
            environment["ETAG"] = entity_tag(address)
        slow = scenario.mode == "search" and name.startswith("peer")
        if not slow:
            load(scenario, folder, address, options.warm if scenario.afresh else warm, environment, 1)
            warm = max(5, options.warm // 6)
        runs = []
        for number in range(1 if slow else options.runs):
            before = machine.processor_seconds(child.pid)
            figures = load(scenario, folder, address, 60 if slow else options.seconds, environment, 10 + number)
            figures["cores"] = (machine.processor_seconds(child.pid) - before) / figures["seconds"]
            runs.append(figures)
        middle = sorted(runs, key=lambda figures: figures["requests"] / figures["seconds"])[len(runs) // 2]
        middle.update(scenario=scenario.name, rows=rows, connections=scenario.connections, server=name,
                      megabytes=machine.megabytes(child.pid), rate=middle["requests"] / middle["seconds"],
                      floor=scenario.floor(rows), aim=scenario.aim(rows))
        results.append(middle)
        print(line(middle, results), flush=True)


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
         "-M", "prepared", "-D", f"n={min(rows, PEER_ROWS)}", database], env=ENVIRONMENT, capture_output=True,
        text=True).stdout
    rate = float(re.search(r"tps = ([\d.]+)", output).group(1))
    return {"scenario": name, "rows": rows, "connections": 8, "server": "database alone", "rate": rate}


def balanced(options, database, folder, rows, results):
    """Two of our servers behind nginx, on the same two cores."""
    with contextlib.ExitStack() as stack:
        first, _ = stack.enter_context(machine.ours(database, True))
        stack.enter_context(machine.ours(database, True, "3903", empty=False))
        address = stack.enter_context(machine.nginx((machine.OUR_PORT, "3903")))
        chosen = [scenario for scenario in SCENARIOS if scenario.name in BALANCED]
        series(options, chosen, folder, rows, "ours, 2 behind nginx", (first, address), results)


def beside_signins(options, database, folder):
    """@return how reads fare alone and beside 500 connections that sign in as fast as they are let"""
    signins = Scenario("sign-ins", "signin", connections=500)
    notes = []
    for cache in (True, False):
        with machine.ours(database, cache) as (child, address):
            sign_in(address, folder)
            for scenario in (read for read in SCENARIOS if read.name in BESIDE and read.cache == cache):
                environment = dict(os.environ, **scenario.environment)
                load(scenario, folder, address, options.warm, environment, 1)
                alone = load(scenario, folder, address, options.seconds, environment, 10)
                with concurrent.futures.ThreadPoolExecutor(1) as flood:
                    answers = flood.submit(load, signins, folder, address, options.seconds + 24, environment, 11)
                    time.sleep(22)
                    beside = load(scenario, folder, address, options.seconds, environment, 12)
                    made = answers.result()
                rates = [figures["requests"] / figures["seconds"] for figures in (alone, beside)]
                notes.append(f"{scenario.name}, beside 500 connections that sign in: {rates[1]:.0f} of {rates[0]:.0f}"
                             f" a second ({100 * rates[1] / rates[0]:.0f} %), p99 {beside['p99']:.0f} ms,"
                             f" errors {beside['errors']}; "
                             f"{(made['requests'] - made['errors']) / made['seconds']:.1f} sign-ins a second, "
                             f"{made['errors'] / made['seconds']:.0f} refused")
                print(notes[-1], flush=True)
    return notes


def start(database, folder, peak):
    """
    @return how long a server takes to its first answer, and to four fifths of its peak rate, under load from then on
    """
    detail = next(scenario for scenario in SCENARIOS if scenario.name == "detail, cached")
    with machine.ours(database, True) as (child, address):
        begin, rates = time.time(), []
        while time.time() - begin < 100:
            figures = load(detail, folder, address, 2, os.environ, 1)
            rates.append((time.time() - begin, figures["requests"] / figures["seconds"]))
    peak = max([peak] + [rate for _, rate in rates])
    warm = next((f"{at:.0f} s" for at, rate in rates if rate >= 0.8 * peak), "not within 100 s")
    course = ", ".join(f"{rate:.0f}" for _, rate in rates[::5])
    return [f"start: ready and answering after {child.seconds_to_ready:.1f} s; 80 % of {peak:.0f} details/s after"
            f" {warm} of full load; every tenth second: {course}"]


def best(results, name, rows):
    return max((found["rate"] for found in results if (found["scenario"], found["rows"]) == (name, rows)
                and found["server"] == "ours"), default=0)


def ratios(result, results):
    """@return to the peer with one process, and with two"""
    same = {other["server"]: other["rate"] for other in results if other["server"].startswith("peer")
            and (other["scenario"], other["rows"]) == (result["scenario"], result["rows"])}
    return " / ".join(f"{result['rate'] / same[name]:.2f}" for name in sorted(same) if same[name])


def line(result, results):
    def figure(name, digits=1):
        return f"{result[name]:.{digits}f}" if name in result else ""
    ours = result["server"] == "ours"
    cells = (result["scenario"], result["rows"], result["connections"], result["server"], figure("rate"), figure("p50"),
             figure("p95"), figure("p99"), figure("errors", 0), figure("megabytes", 0), figure("cores", 2),
             ratios(result, results) if ours else "", result.get("floor") or "" if ours else "",
             result.get("aim") or "" if ours else "")
    return "| " + " | ".join(str(cell) for cell in cells) + " |"


def write(options, results, notes):
    commit = subprocess.run(["git", "-C", PROJECT, "rev-parse", "--short", "HEAD"], capture_output=True, text=True)
    name = time.strftime("%Y-%m-%d-%H%M") + "-" + commit.stdout.strip()
    path = os.path.join(machine.HERE, "results", name + ".md")
    model = re.search(r"model name\s*: (.*)", open("/proc/cpuinfo").read())
    java = subprocess.run([machine.java(), "-version"], capture_output=True, text=True).stderr.splitlines()[0]
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as table:
        table.write(f"# {name}\n\n{os.cpu_count()} processors ({model.group(1) if model else 'unknown'}), {java}; wrk, "
                    f"databases and servers on the same machine; {options.warm} s of warm-up, then the middle of "
                    f"{options.runs} runs of {options.seconds} s. Ratio: to the peer with one process / with two.\n\n")
        table.write("| " + " | ".join(COLUMNS) + " |\n|" + " --- |" * len(COLUMNS) + "\n")
        table.writelines(line(result, results) + "\n" for result in results)
        table.writelines("\n- " + note for note in notes)
        table.write("\n")
    print(open(path).read())


if __name__ == "__main__":
    main()
