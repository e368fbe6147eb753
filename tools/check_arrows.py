#!/usr/bin/env python3
"""Checks that the arrows between the rooms of src/ run one way: a room includes only its own and lower ones. Asio and
coroutines stay in the files of the server."""
import pathlib
import re
import sys

LEVELS = [
    {"base"},
    {"json", "jobs", "metrics"},
    {"log"},
    {"db", "http", "print"},
    {"auth", "mail", "schedule"},
    {"record", "archive"},
    {"access"},
    {"filter", "organisation", "strategy"},
    {"scorecard", "alliance"},
    {"charter", "discussion", "formation", "value"},
    {"model", "files"},
    {"agreement", "service_level"},
    {"activity", "discipline", "exchange", "inbox", "initiative", "review", "search", "sharing"},
    {"possession"},
    {"sample"},
    {"app"},
]
LEVEL_OF = {room: level for level, rooms in enumerate(LEVELS) for room in rooms}
# Within one level rooms do not know each other, but for these.
ALLOWED = {("http", "log"), ("http", "metrics"), ("alliance", "organisation"), ("alliance", "strategy"), ("scorecard", "strategy")}
# The only file that includes Asio, and those that may include it.
ASIO = "http/connection.hpp"
OF_THE_SERVER = {"http/server.cpp", "http/connection.cpp", "http/connection_transfer.cpp", "http/connection_answer.cpp"}


def main() -> int:
    root = pathlib.Path(__file__).resolve().parent.parent / "src"
    wrong = []
    for path in sorted(root.rglob("*")):
        if path.suffix not in {".hpp", ".cpp"} or path.name.endswith("_test.cpp"):
            continue
        room = path.relative_to(root).parts[0]
        if room not in LEVEL_OF:
            wrong.append(f"{path.relative_to(root)}: the room {room} has no level")
            continue
        for number, line in enumerate(path.read_text().splitlines(), 1):
            name = str(path.relative_to(root))
            if re.match(r"#include <boost/asio|.*\bco_(await|return)\b", line) and name not in OF_THE_SERVER | {ASIO}:
                wrong.append(f"{name}:{number}: Asio and coroutines live in the files of the server")
            if line == f'#include "{ASIO}"' and name not in OF_THE_SERVER:
                wrong.append(f"{name}:{number}: only the files of the server include {ASIO}")
            found = re.match(r'#include "([a-z_]+)/', line)
            if not found or found[1] == room:
                continue
            other = found[1]
            if other not in LEVEL_OF:
                wrong.append(f"{path.relative_to(root)}:{number}: the room {other} has no level")
            elif LEVEL_OF[other] >= LEVEL_OF[room] and (room, other) not in ALLOWED:
                wrong.append(f"{path.relative_to(root)}:{number}: {room} must not know {other}")
    print("\n".join(wrong) if wrong else "The arrows run one way.")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
