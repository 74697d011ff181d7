#!/usr/bin/env python3
"""Plays a directory that brings many people by SCIM: bench/scim.py http://localhost:3001 $SCIM_TOKEN 10000"""
import http.client
import json
import sys
import time
import urllib.parse

SCHEMAS = "urn:ietf:params:scim:schemas:core:2.0:"
CHANGE = "urn:ietf:params:scim:api:messages:2.0:PatchOp"


class Directory:
    def __init__(self, address, token, people):
        self.connection = http.client.HTTPConnection(urllib.parse.urlsplit(address).netloc)
        self.headers = {"Authorization": "Bearer " + token, "Content-Type": "application/scim+json"}
        self.run = format(int(time.time()), "x")
        self.people = people
        self.ids = []

    def call(self, method, path, body=None):
        self.connection.request(method, "/scim/v2" + path, body and json.dumps(body), self.headers)
        response = self.connection.getresponse()
        text = response.read()
        if response.status >= 300:
            sys.exit(f"{method} {path}: {response.status} {text[:300]}")
        return json.loads(text) if text else None

    def name(self, i):
        return f"person{i}.{self.run}@example.com"

    def create(self, i):
        self.ids.append(self.call("POST", "/Users", {
            "schemas": [SCHEMAS + "User"], "userName": self.name(i), "externalId": f"{self.run}-{i}", "active": True,
            "displayName": f"Person {i}", "name": {"givenName": "Person", "familyName": str(i)},
            "emails": [{"value": self.name(i), "type": "work", "primary": True}]})["id"])

    def find(self, attribute, value):
        query = urllib.parse.urlencode({"filter": f'{attribute} eq "{value}"'})
        if self.call("GET", "/Users?" + query)["totalResults"] != 1:
            sys.exit(f"{attribute} {value} was not found")

    def change(self, path, *operations):
        return self.call("PATCH", path, {"schemas": [CHANGE], "Operations": operations})

    def group(self, name):
        return "/Groups/" + self.call("POST", "/Groups", {"schemas": [SCHEMAS + "Group"], "displayName": name})["id"]


def add(ids):
    return {"op": "Add", "path": "members", "value": [{"value": one} for one in ids]}


def timed(what, times, task):
    took = []
    for i in range(times):
        start = time.perf_counter()
        task(i)
        took.append(time.perf_counter() - start)
    total = sum(took)
    took.sort()
    print(f"| {what} | {times:,} | {total:.1f} | {times / total:,.0f} | {took[times // 2] * 1000:.1f} |"
          f" {took[int(times * .99)] * 1000:.1f} |", flush=True)


def main():
    address, token, people = sys.argv[1], sys.argv[2], int(sys.argv[3])
    directory = Directory(address, token, people)
    some, thousand = min(people, 2000), min(people, 1000)
    print("| what | calls | s | calls a second | median, ms | 99 %, ms |\n| --- | ---: | ---: | ---: | ---: | ---: |")
    timed("make a user", people, directory.create)
    timed("find by `userName`", people, lambda i: directory.find("userName", directory.name(i)))
    timed("find by `externalId`", some, lambda i: directory.find("externalId", f"{directory.run}-{i}"))
    timed("find by `emails.value`", some, lambda i: directory.find("emails.value", directory.name(i)))
    timed("deactivate", some, lambda i: directory.change(
        "/Users/" + directory.ids[i], {"op": "Replace", "path": "active", "value": "False"}))
    group = directory.group("One by one " + directory.run)
    timed("add a member", thousand, lambda i: directory.change(group, add([directory.ids[i]])))
    group = directory.group("All at once " + directory.run)
    timed(f"add {thousand:,} members, in one value", 1,
          lambda i: directory.change(group, add(directory.ids[:thousand])))
    group = directory.group("Each by itself " + directory.run)
    timed(f"add {thousand:,} members, in as many operations", 1,
          lambda i: directory.change(group, *[add([one]) for one in directory.ids[:thousand]]))
    timed("read that group", 20, lambda i: directory.call("GET", group))
    timed("a page of 100, through all", people // 100,
          lambda i: directory.call("GET", f"/Users?startIndex={i * 100 + 1}"))
    timed("delete a user", min(people, 500), lambda i: directory.call("DELETE", "/Users/" + directory.ids[i]))


main()
