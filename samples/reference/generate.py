#!/usr/bin/env python3
"""Writes the reference alliance: plan.json, people.json, observations.csv and corrections.csv beside this file.

The facts are those of a published case; the companies, the people and every single figure are invented. Run it again
after an edit of content.py: the same source gives the same bytes on every machine (only the portable part of the random
generator is used).
"""
import csv
import functools
import json
import random
import pathlib

import content as c

HERE = pathlib.Path(__file__).parent
FIRST_YEAR, LAST_YEAR = 2006, 2009


def periods(frequency):
    for year in range(FIRST_YEAR, LAST_YEAR + 1):
        if frequency == "month":
            yield from (f"{year}-{month:02}" for month in range(1, 13))
        elif frequency == "quarter":
            yield from (f"{year}-Q{quarter}" for quarter in range(1, 5))
        elif frequency == "half":
            yield from (f"{year}-H{half}" for half in (1, 2))
        else:
            yield str(year)


def moment(period):
    """The middle of a period, in years."""
    year = int(period[:4])
    rest = period[5:]
    if not rest:
        return year + 0.5
    if rest[0] == "Q":
        return year + (int(rest[1]) - 0.5) / 4
    if rest[0] == "H":
        return year + (int(rest[1]) - 0.5) / 2
    return year + (int(rest) - 0.5) / 12


def between(anchors, when):
    """Straight lines through (moment, value), level outside."""
    if when <= anchors[0][0]:
        return anchors[0][1]
    for (t0, v0), (t1, v1) in zip(anchors, anchors[1:]):
        if when <= t1:
            return v0 + (v1 - v0) * (when - t0) / (t1 - t0)
    return anchors[-1][1]


def bell(generator):
    """Close to normal, from the one function of the generator that never changes between versions."""
    return sum(generator.random() for _ in range(12)) - 6


def in_season(pattern, period):
    """The factor of a seasonal pattern: a mean over the months of the period."""
    if not pattern:
        return 0.0
    rest = period[5:]
    if not rest:
        months = range(12)
    elif rest[0] == "Q":
        months = range(3 * int(rest[1]) - 3, 3 * int(rest[1]))
    elif rest[0] == "H":
        months = range(6 * int(rest[1]) - 6, 6 * int(rest[1]))
    else:
        months = [int(rest) - 1]
    return sum(pattern[m] for m in months) / len(list(months))


def last_month(period):
    """The number of the last month of a period, counted from year 0."""
    year, rest = int(period[:4]), period[5:]
    month = 12 if not rest else 3 * int(rest[1]) if rest[0] == "Q" else 6 * int(rest[1]) if rest[0] == "H" else int(rest)
    return 12 * year + month


@functools.cache
def values(code):
    """The numbers of one measure by the last month of their period."""
    measure = next(m for m in c.MEASURES if m["code"] == code)
    return {last_month(period): float(value) for period, value, state, _, _ in series(measure) if state == "value"}


def echo(causes, period):
    """What earlier values of other measures do to this one: for each cause `size` times its distance from `level` (or where
    none is named, from its own course), as it was `lag` months before."""
    total = 0.0
    for cause in causes:
        known = [month for month in values(cause["of"]) if month <= last_month(period) - cause["lag"]]
        if not known:
            continue
        measure = next(m for m in c.MEASURES if m["code"] == cause["of"])
        length = {"month": 1, "quarter": 3, "half": 6, "year": 12}[measure["frequency"]]
        level = cause.get("level", between(measure["shape"]["anchors"], (max(known) - 12 - length / 2) / 12 + 1))
        total += cause["size"] * (values(cause["of"])[max(known)] - level)
    return total


def series(measure):
    """The rows of one measure: (period, value, state, note, reason)."""
    shape = measure["shape"]
    generator = random.Random(measure["code"])
    running = None
    for period in periods(shape.get("observed", measure["frequency"])):
        when = moment(period)
        noise = bell(generator)  # always drawn, so that an exception moves no other value
        if when < shape.get("starts", 0):
            continue
        if period in shape.get("absent", ()):
            continue
        exception = shape.get("special", {}).get(period)
        if isinstance(exception, tuple):  # ("na", reason) or ("missing", note)
            state, text = exception
            yield period, "", state, text if state == "missing" else "", text if state == "na" else ""
            continue
        if "texts" in shape:
            text = [value for start, value in shape["texts"] if start <= when][-1]
            yield period, text, "value", shape.get("notes", {}).get(period, ""), ""
            continue
        value = between(shape["anchors"], when)
        value += noise * shape.get("noise", 0) + shape.get("swing", 0) * in_season(c.SEASONS.get(shape.get("season")), period)
        value += echo(shape.get("echoes", ()), period)
        if exception is not None:
            value = exception
        if "low" in shape:
            value = max(shape["low"], value)
        if "high" in shape:
            value = min(shape["high"], value)
        if measure.get("cumulative"):
            running = max(running or 0, value)
            value = running
        text = f"{value:.{measure['decimals']}f}"
        yield period, "0" if float(text) == 0 else text, "value", shape.get("notes", {}).get(period, ""), ""


def without(item, *names):
    return {name: value for name, value in item.items() if name not in names}


def plan():
    document = {
        "alliance": c.ALLIANCE, "organisations": c.ORGANISATIONS, "values": c.VALUES, "perspectives": c.PERSPECTIVES,
        "themes": c.THEMES, "objectives": c.OBJECTIVES, "links": c.LINKS, "wins": c.WINS,
        "measures": [without(m, "shape", "targets") for m in c.MEASURES],
        "targets": [{"measure": m["code"], **target} for m in c.MEASURES for target in m["targets"]],
        "initiatives": c.INITIATIVES,
    }
    lines = []
    for name, value in document.items():
        if isinstance(value, list):
            rows = ",\n".join("    " + json.dumps(row, ensure_ascii=False) for row in value)
            lines.append(f'  "{name}": [\n{rows}\n  ]')
        else:
            text = json.dumps(value, ensure_ascii=False, indent=2).replace("\n", "\n  ")
            lines.append(f'  "{name}": {text}')
    return "{\n" + ",\n".join(lines) + "\n}\n"


def people():
    rows = ",\n".join("  " + json.dumps(person, ensure_ascii=False) for person in c.people(random.Random("people")))
    return "[\n" + rows + "\n]\n"


def write_csv(name, header, rows):
    with open(HERE / name, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def main():
    (HERE / "plan.json").write_text(plan(), encoding="utf-8")
    (HERE / "people.json").write_text(people(), encoding="utf-8")
    rows = [(m["code"], period, "actual", value, state, note, reason)
            for m in c.MEASURES for period, value, state, note, reason in series(m)]
    rows += [(code, period, "baseline", value, "value", note, "") for code, period, value, note in c.BASELINES]
    write_csv("observations.csv", ["measure", "period", "series", "value", "state", "note", "reason"], rows)
    write_csv("corrections.csv", ["measure", "period", "series", "value", "state", "note", "reason", "recorded_on"],
              [(m, p, "actual", v, "value", "", reason, day) for m, p, v, reason, day in c.CORRECTIONS])


if __name__ == "__main__":
    main()
