"""What is measured, and what each figure has to reach beside the peer."""

UNCACHED, CACHED = False, True


class Scenario:
    """
    What is asked and how. Floor and aim are ratios to the peer with one process, for any number of rows or by that
    number; None where it has nothing like it.
    Afresh: it asks for other work than those before it, and has the whole warm-up to itself.
    """

    def __init__(self, name, mode, cache=CACHED, connections=32, floor=None, aim=None, peer=True, pair=True,
                 afresh=False, **environment):
        self.afresh = afresh
        self.name, self.mode, self.cache, self.connections = name, mode, cache, connections
        self.peer, self.pair, self.environment = peer, pair, environment
        self.floors, self.aims = floor, aim

    def floor(self, rows):
        return self.floors.get(rows) if isinstance(self.floors, dict) else self.floors

    def aim(self, rows):
        return self.aims.get(rows) if isinstance(self.aims, dict) else self.aims


SCENARIOS = (
    Scenario("list, first page, cached", "first", floor=4, aim=6),
    Scenario("list, first page, cached, gzip", "first", floor=8, aim=12, GZIP="1"),
    Scenario("detail, cached", "detail", floor=3, aim=4.5),
    Scenario("304, first page", "first", floor=4, aim=6, pair=False, ETAG="?"),
    Scenario("mixed", "mixed", floor=4, aim=6, afresh=True),
    Scenario("create", "create", floor=1.5, aim=2.5),
    Scenario("detail, cached, signed in", "detail", pair=False, SIGNED_IN="1"),
    Scenario("list, first page, cached, 512 connections", "first", connections=512, pair=False),
    Scenario("detail of 10 kB, cached", "kilobytes10", pair=False),
    Scenario("detail of 1 MB, cached", "kilobytes1000", pair=False),
    Scenario("detail of 1 MB, cached, gzip", "kilobytes1000", pair=False, GZIP="1"),
    Scenario("list, random, no cache", "list", UNCACHED, floor=3, aim=4),
    Scenario("detail, no cache", "detail", UNCACHED, floor=2, aim=3),
    Scenario("search, ranked, no cache, 4 connections", "search", UNCACHED, 4, floor={10_000: 150, 100_000: 300},
             aim={10_000: 300, 100_000: 1000}, pair=False),
    Scenario("search, newest, no cache, 4 connections", "newest", UNCACHED, 4, pair=False, peer=False),
    Scenario("search, ranked, no cache", "search", UNCACHED, pair=False, peer=False),
)

# What the database gives alone for the same, by pgbench.
CEILINGS = {"list, random, no cache": "list.sql", "detail, no cache": "detail.sql", "create": "create.sql"}

# What two servers behind nginx are asked.
BALANCED = ("list, first page, cached", "detail, cached", "mixed")

# What is asked beside a flood of sign-ins.
BESIDE = ("list, first page, cached", "detail, cached, signed in", "detail, no cache")
