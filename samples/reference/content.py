"""What the reference alliance contains: see generate.py."""
import unicodedata

ALDERMERE, HALDEN, LINDQVIST = "aldermere", "halden", "lindqvist"


def a(name):
    return f"{name}@aldermere.example"


def h(name):
    return f"{name}@haldenclinical.example"


def li(name):
    return f"{name}@lindqvist.example"


ALLIANCE = {
    "name": "Aldermere–Halden Development Alliance",
    "description": (
        "A research-driven drug company and a clinical-services company run one development platform together. "
        "Preferred partners since 2001, after years of competitive bids to fifty suppliers; renewed in 2006 as an alliance, with "
        "shared cost on some products and milestone payments. Four worries stood at the renewal: terms discussed more than joint "
        "strategy; selling the alliance inside more than managing it; control more than the removal of barriers; and the fear of losing "
        "control.\n\n"
        "The facts follow a published case: R. S. Kaplan, D. P. Norton, B. Rugelsjoen, “Managing Alliances with the Balanced "
        "Scorecard”, Harvard Business Review, January–February 2010. Companies, people and single figures are invented."),
    "vision": "One development platform on which better medicines reach patients in half the time.",
    "mission": "Bring viable compounds through clinical development faster, for the gain of patients and of both companies.",
    "kind": "alliance", "stage": "operation",
    "calendar": {"zone": "Europe/Brussels"},
    "currency": "EUR",
    "source": "R. S. Kaplan, D. P. Norton, B. Rugelsjoen, “Managing Alliances with the Balanced Scorecard”, Harvard Business Review, January–February 2010",
}

ORGANISATIONS = [
    {"key": ALDERMERE, "name": "Aldermere Pharma", "acronym": "AP", "mark": "A",
     "description": "Research-driven drug company, Brussels. 10,000 people."},
    {"key": HALDEN, "name": "Halden Clinical", "acronym": "HC", "mark": "H",
     "description": "Clinical-services company, North Carolina. 23,000 people in 50 countries; runs clinical studies."},
    {"key": LINDQVIST, "name": "Lindqvist Advisory", "acronym": "LA", "mark": "L", "kind": "neutral",
     "description": "Neutral consultant on alliances."},
]

VALUES = [
    {"key": "patients", "name": "Patients first", "description": "When in doubt, what serves the patient decides."},
    {"key": "science", "name": "Science and innovation", "description": "We argue from data, and we try new ways."},
    {"key": "communicate", "name": "Communicate", "description": "Early, openly, and also when the news is bad."},
    {"key": "trust", "name": "Trust", "description": "We rely on each other's word and give reason to."},
    {"key": "respect", "name": "Respect", "description": "Two ways of working, neither of them the wrong one."},
    {"key": "support", "name": "Support", "description": "Your problem on a study is my problem on that study."},
    {"key": "commit", "name": "Commit", "description": "What we agree on is done, by the day that we agreed on."},
    {"key": "difference", "name": "Make a difference", "description": "We measure ourselves by what changes."},
]

PERSPECTIVES = [
    {"key": "people", "name": "Employees and organisations", "question": "How must our people and organisations live the alliance?", "position": 0},
    {"key": "processes", "name": "Business processes", "question": "What must we do together better than either could alone?", "position": 1},
    {"key": "customers", "name": "Customers", "question": "What do those whom we serve ask of us, in their own words?", "position": 2},
    {"key": "stakeholders", "name": "Stakeholders", "question": "What do the owners of both companies gain?", "position": 3},
]

THEMES = [
    {"key": "living", "code": "T1", "name": "Living the alliance", "colour": 0, "leader": h("linda.pruett"), "priority": "3",
     "description": "Trust, commitment, rewards and systems: the ground on which the rest stands."},
    {"key": "collaboration", "code": "T2", "name": "Collaboration", "colour": 1, "leader": a("sofie.maes"), "priority": "1", "weight": "1.5",
     "description": "Work is done once, by whoever does it best, on plans that both would sign."},
    {"key": "speed", "code": "T3", "name": "Speed and process innovation", "colour": 2, "leader": h("priya.raman"), "priority": "2", "weight": "1.5",
     "description": "Studies start sooner, recruit better and report faster."},
    {"key": "growth", "code": "T4", "name": "Growth", "colour": 3, "kind": "co_creation", "leader": a("thomas.lefevre"), "priority": "4",
     "description": "Deciding together what to develop. Co-creation: judged by account as much as by number."},
    {"key": "value", "code": "T5", "name": "Value for both", "colour": 4, "leader": h("samuel.okafor"), "priority": "5",
     "description": "What both sets of owners see in the end."},
]


def objective(code, perspective, theme, title, owner, description, helps="", **more):
    return {"key": code, "code": code, "title": title, "description": description, "perspective": perspective, "theme": theme,
            "owner": owner, **more}, [(code, to) for to in helps.split()]


_OBJECTIVES = [
    objective("LA1", "people", "living", "Trust each other at every level", h("linda.pruett"),
              "From the steering committee to the study team, people rely on what the other side tells them.", "CO1 CO2 LA3"),
    objective("LA2", "people", "living", "Carry out the strategy with commitment", a("nadia.benali"),
              "People know the map, have a part in it, and do what was agreed.", "SP1 CO4"),
    objective("LA3", "people", "living", "Reward attention to the alliance", a("nadia.benali"),
              "What people are paid and praised for keeps the alliance before their eyes.", "LA2"),
    objective("LA4", "people", "living", "Information systems for speed and efficiency", h("caleb.morrow"),
              "Both sides work on the same clinical data, at once and from everywhere.", "SP4 CO1"),
    objective("CO1", "processes", "collaboration", "Put cost drivers in the open", a("paolo.renzetti"),
              "Each knows what makes the other's work dear, so that both can take cost out.", "CO3"),
    objective("CO2", "processes", "collaboration", "Use talent where it is best", h("denise.carraway"),
              "The better-suited person does the work, whichever badge that person wears.", "SP1 GR1"),
    objective("CO3", "processes", "collaboration", "Use each other's existing services", a("sofie.maes"),
              "Before buying or building, look at what the partner already runs.", "VB1"),
    objective("CO4", "processes", "collaboration", "Use third parties where they deliver better", h("tomasz.zielinski"),
              "Neither side does what somebody else does better for less.", "SP3"),
    objective("CO5", "processes", "collaboration", "Make development plans viable", a("sofie.maes"),
              "Plans that hold commercially and before regulators from their first version on.", "GR3 CU1"),
    objective("CO6", "customers", "collaboration", "Engage key outside stakeholders early", a("elise.vandamme"),
              "Regulators, patient groups and agencies are in the process before it is fixed.", "CU1 CU4"),
    objective("SP1", "processes", "speed", "Write better protocols", a("ingrid.solheim"),
              "Protocols that sites can follow and that need no repair.", "SP4 CU2"),
    objective("SP2", "processes", "speed", "Cut time from last patient test to report", h("grace.holloway"),
              "From the last patient's last test to the statistical report in the fewest days that quality allows.", "GR2"),
    objective("SP3", "processes", "speed", "Take up new trial methods", a("karel.novotny"),
              "Electronic capture, adaptive designs and central monitoring become the usual way.", "SP2 SP5"),
    objective("SP4", "processes", "speed", "Cut time from finding a site to enrolment", h("priya.raman"),
              "Good sites found sooner, opened sooner, and enrolling sooner.", "SP2 GR2"),
    objective("CU1", "customers", "speed", "Regulator: “Meet my requirements, so I can approve”", a("elise.vandamme"),
              "“Meet my requirements, so that I can approve what is safe and works.”", "VB1"),
    objective("CU2", "customers", "speed", "Physician: “Better and safer medicines”", a("miriam.osei"),
              "“Give me medicines that are better and safer than what I prescribe today.”", "VB1"),
    objective("CU3", "customers", "collaboration", "Leading specialist: “Let me take part”", h("hannah.reyes"),
              "“Ask me while the design is open, and let me take part in the study.”", "CU2"),
    objective("CU4", "customers", "growth", "Payer: “A fair price”", a("thomas.lefevre"),
              "“Show me what it is worth, and ask a fair price.”", "VB1"),
    objective("CU5", "customers", "growth", "Patient: “Access to what treats me”", a("miriam.osei"),
              "“Let me have what treats me, where I live.”", "VB1"),
    objective("GR1", "processes", "growth", "Decide go or no-go together", a("thomas.lefevre"),
              "One decision, by both, on the day agreed, with the criteria set before the data.", "GR2"),
    objective("GR2", "processes", "growth", "Move compounds faster into clinical development", a("luc.declercq"),
              "More compounds reach the first patient, and sooner.", "VB1"),
    objective("GR3", "processes", "growth", "Manage investment better", a("paolo.renzetti"),
              "Money goes where the plan is viable, and stops where it is not.", "VB1 SP5"),
    objective("VB1", "stakeholders", "value", "Value for both from viable compounds", h("samuel.okafor"),
              "Shareholder value for both companies, from a good number of viable compounds."),
    objective("SP5", "stakeholders", "speed", "Value from new approaches to development", h("denise.carraway"),
              "New ways of developing medicines pay: in time, in cost, and in what can be offered next.", "VB1"),
]
OBJECTIVES = [row for row, _ in _OBJECTIVES]
_STRENGTH = {("LA4", "SP4"): ("strong", 1), ("LA1", "CO1"): ("strong", 6), ("LA3", "LA2"): ("medium", 6), ("SP1", "SP4"): ("strong", 6),
             ("SP4", "SP2"): ("medium", 9), ("SP4", "GR2"): ("weak", 12), ("SP2", "GR2"): ("medium", 6), ("CO5", "CU1"): ("strong", 12),
             ("CO5", "GR3"): ("strong", 3), ("CU4", "VB1"): ("weak", 12), ("CU5", "VB1"): ("medium", 12), ("GR2", "VB1"): ("strong", 24),
             ("CU1", "VB1"): ("strong", 12), ("LA4", "CO1"): ("weak", 3), ("CU3", "CU2"): ("weak", 12), ("CO4", "SP3"): ("weak", 6)}
LINKS = [{"from": source, "to": to, "lag_months": _STRENGTH.get((source, to), ("medium", 3))[1],
          "strength": _STRENGTH.get((source, to), ("medium", 3))[0]} for _, links in _OBJECTIVES for source, to in links]

WINS = [
    {"key": "a1", "party": ALDERMERE, "text": "Compounds on the market", "objectives": ["CU1", "GR2"]},
    {"key": "a2", "party": ALDERMERE, "text": "A portfolio worth more", "objectives": ["CO5", "GR3", "VB1"]},
    {"key": "h1", "party": HALDEN, "text": "A broader revenue base", "objectives": ["CO3", "SP5", "VB1"]},
    {"key": "h2", "party": HALDEN, "text": "Milestone payments", "objectives": ["SP2", "SP4", "GR1"]},
]

# How much of the year's swing falls on each month.
SEASONS = {
    "summer": [0, -0.1, -0.1, 0, 0, 0.2, 0.7, 1, 0.4, -0.2, -0.1, 0.5],
    "year_end": [-0.6, -0.4, 0, -0.2, 0, 0.3, -0.3, -0.5, 0.1, 0.2, 0.5, 1],
}


def higher(red, green, **more):
    return {"type": "higher", "red": red, "green": green, **more}


def lower(red, green, **more):
    return {"type": "lower", "red": red, "green": green, **more}


def since(day, scoring, reason=""):
    return {"effective_from": day, "scoring": scoring, **({"reason": reason} if reason else {})}


def measure(code, name, definition, unit, frequency, scoring, shape, owner, decimals=0, aggregation="last", kind="lag", dimension="output",
            source="person", supplier=HALDEN, **more):
    targets = scoring if isinstance(scoring, list) else [since("2006-01-01", scoring)]
    objective_code = more.pop("objective", code.split(".")[0])
    return {"key": code, "code": code, "name": name, "definition": definition, "objective": objective_code, "unit": unit,
            "decimals": decimals, "frequency": frequency, "aggregation": aggregation, "kind": kind, "dimension": dimension,
            "source": source, "owner": owner, "supplier": supplier, **more, "targets": targets, "shape": shape}


def line(start, early, middle, late, hoped, noise=0.0, **more):
    """Fast at first, slow at the end: five values, the last of which is what was hoped for and not quite reached."""
    anchors = [(2006, start), (2006.75, early), (2007.5, middle), (2008.45, late), (2010, late + 0.5 * (hoped - late))]
    return {"anchors": anchors, "noise": 1.7 * noise, **more}


def cause(of, lag, size, level=None):
    """What a measure does to another one: see generate.echo. `lag` in months."""
    return {"of": of, "lag": lag, "size": size, **({} if level is None else {"level": level})}


def path(*anchors, noise=0.0, **more):
    """A course of its own: (year, value) and straight lines between."""
    return {"anchors": list(anchors), "noise": noise, **more}


PERCENT = {"natural_min": "0", "natural_max": "100"}
COUNT = {"natural_min": "0"}
_pct = dict(low=0, high=100)

MEASURES = [
    # Living the alliance
    measure("LA1.1", "Trust pulse, Aldermere people", "Mean agreement with five statements of the quarterly pulse, Aldermere's people.", "points", "quarter",
            higher(55, 70), line(57, 63, 68, 75, 79, noise=1.6, **_pct), a("nadia.benali"), decimals=1, source="survey", dimension="outcome",
            supplier=ALDERMERE, **PERCENT),
    measure("LA1.2", "Trust pulse, Halden Clinical people", "The same pulse, Halden Clinical's people. Lower than Aldermere's at first.", "points", "quarter",
            higher(55, 70), path((2006, 44), (2007, 54), (2008, 63), (2008.9, 71), (2009.4, 64), (2010, 66), noise=2.6, notes={"2009-Q2": "Two hundred posts went in Asia and North America."}, special={"2006-Q3": ("missing", "The pulse was not sent in the reorganisation of the Asian offices.")}, **_pct),
            h("linda.pruett"), decimals=1, source="survey", dimension="outcome", **PERCENT),
    measure("LA1.3", "Disagreements settled where they arose", "Share of the quarter's recorded disagreements that were settled without going one level up.", "%", "quarter",
            higher(60, 80), line(52, 66, 74, 83, 88, noise=3, **_pct), a("anna.verbeke"), supplier=ALDERMERE, dimension="output_processing", **PERCENT),
    measure("LA1.4", "Visits between the companies' leaders", "Days that members of either leadership team spent at the other's sites.", "days", "quarter",
            {"type": "bands", "edges": [0, 6, 12, 24]}, path((2006, 5), (2007, 12), (2008, 17), (2008.9, 17), (2009.2, 10), (2010, 7), noise=1.8, low=0, season="summer", swing=-4, notes={"2009-Q1": "Travel is cut on both sides."}), h("marcus.whitfield"), aggregation="sum",
            kind="lead", dimension="input", seasonal=True, weight="0.5", **COUNT),
    measure("LA2.1", "People who can name the five themes", "Share of the people in the alliance who name them unprompted.", "%", "half",
            higher(40, 65), line(18, 40, 57, 71, 78, noise=1.5, **_pct), a("nadia.benali"), source="survey", supplier=ALDERMERE, dimension="output", **PERCENT),
    measure("LA2.2", "Personal objectives tied to the map", "Share of people with at least one personal objective that names an objective of the map.", "%", "quarter",
            {"type": "percent", "target": 90, "direction": "higher"}, line(30, 62, 79, 86, 92, noise=1.5, **_pct), h("linda.pruett"), kind="lead", dimension="input_processing", **PERCENT),
    measure("LA2.3", "Actions closed by their day", "Share of the actions due in the month that were closed by their day.", "%", "month",
            higher(70, 85), line(66, 75, 83, 88, 90, noise=3, season="summer", swing=-6, special={"2007-08": ("na", "No action was due in the month.")}, **_pct), a("anna.verbeke"),
            aggregation="mean", kind="lead", dimension="output_processing", seasonal=True, supplier=ALDERMERE, **PERCENT),
    measure("LA3.1", "Managers with the alliance in their bonus", "Share of managers in the alliance whose yearly bonus depends in part on a theme's result.", "%", "half",
            {"type": "progress", "baseline": 10, "target": 80, "start": "2006-01-01", "due": "2009-12-31"}, line(10, 24, 41, 55, 78, noise=1, **_pct), a("nadia.benali"),
            supplier=ALDERMERE, kind="lead", dimension="input", **PERCENT),
    measure("LA3.2", "Joint awards given", "Awards to mixed teams, decided by both alliance managers.", "awards", "quarter",
            higher(1, 4), path((2006, 1), (2007, 3), (2008, 5), (2008.9, 5), (2009.2, 2), (2010, 0.6), noise=0.6, low=0), h("marcus.whitfield"), aggregation="sum", dimension="output", weight="0.5", **COUNT),
    measure("LA4.1", "Operational dashboards that both sides reach", "Share of the shared operational dashboards that open from a desk of either company.", "%", "month",
            higher(80, 95), {"anchors": [(2006, 78), (2007, 92), (2007.95, 97), (2008.02, 52), (2008.7, 47), (2008.8, 90), (2009, 98), (2010, 99)], "noise": 1.2, **_pct,
                             "notes": {"2008-01": "New firewall rules on one side keep the other's people out.", "2008-10": "The steering committee had both firewalls opened."}},
            h("caleb.morrow"), source="feed", dimension="input", kind="lead", mandatory=True, weight="2", **PERCENT),
    measure("LA4.2", "Access requests open beyond 30 days", "Requests for access to the other side's systems that nobody answered in 30 days.", "requests", "month",
            lower(8, 3), {"anchors": [(2006, 11), (2007, 5), (2007.9, 3), (2008.1, 14), (2008.7, 19), (2008.9, 4), (2010, 1)], "noise": 0.8, "low": 0}, a("rik.peeters"),
            supplier=ALDERMERE, source="feed", dimension="input_processing", kind="lead", **COUNT),
    measure("LA4.3", "Availability of the shared trial data system", "Minutes in service over minutes promised.", "%", "month",
            higher(99, 99.5), line(98.9, 99.3, 99.6, 99.7, 99.8, noise=0.08, special={"2009-05": 98.6}, notes={"2009-05": "Move of the data centre; two nights lost."}, high=100), h("caleb.morrow"),
            decimals=2, aggregation="mean", source="feed", dimension="input", **PERCENT),
    measure("LA4.4", "One sign-in for both companies", "The day on which the common sign-in is, or will be, in use.", "date", "quarter",
            [since("2007-01-01", {"type": "milestone", "due": "2008-06-30", "yellow_days": 30, "red_days": 120}),
             since("2008-07-01", {"type": "milestone", "due": "2008-12-31", "yellow_days": 30, "red_days": 120}, "Moved behind the opening of the firewalls, by decision of the steering committee.")],
            {"starts": 2007, "texts": [(2007, "2008-06-30"), (2007.9, "2008-08-15"), (2008.1, "2008-11-30"), (2008.5, "2009-01-20"), (2008.8, "2009-01-12")]}, a("rik.peeters"),
            supplier=ALDERMERE, dimension="output", weight="0.5"),
    # Collaboration
    measure("CO1.1", "Trust and transparency index", "Survey of both sides on openness about plans, costs and problems.", "points", "quarter",
            higher(55, 70), line(51, 58, 65, 73.5, 80, noise=0.45, echoes=[cause("LA4.1", 3, -0.15, 92), cause("LA4.3", 3, -8, 99.5)],
                 notes={"2008-Q2": "With the dashboards shut, both finance teams meet every week and open their books to each other."}, **_pct), li("eva.lindqvist"), decimals=1, source="survey", supplier=LINDQVIST, dimension="outcome", **PERCENT),
    measure("CO1.2", "Change orders for each study", "Change orders raised in the month over running studies.", "orders", "month",
            [since("2006-01-01", lower(0.6, 0.3)), since("2009-01-01", lower(0.4, 0.2), "The theme team found that a third of the orders could have been foreseen.")], line(0.74, 0.56, 0.42, 0.28, 0.24, noise=0.03, echoes=[cause("LA4.2", 3, -0.01, 5)], low=0, absent=("2009-12",), special={"2008-05": 0.63}, notes={"2008-05": "A batch of country add-ons in one oncology study."}), h("samuel.okafor"),
            decimals=2, aggregation="mean", dimension="output_processing", **COUNT),
    measure("CO1.3", "Open-book review held as planned", "Whether the quarter's open-book review took place with both finance teams.", "", "quarter",
            {"type": "yesno"}, {"texts": [(2006, "false"), (2006.3, "true"), (2006.8, "false"), (2007, "true")]}, a("paolo.renzetti"), supplier=ALDERMERE, kind="lead",
            dimension="input_processing", weight="0.5"),
    measure("CO2.1", "Skills and capability index", "Assessment of the joint teams against the skills that their plans need.", "points", "half",
            higher(60, 75), line(56, 63, 70, 77, 81, noise=1.2, **_pct), h("linda.pruett"), decimals=1, source="survey", dimension="input", kind="lead", **PERCENT),
    measure("CO2.2", "Key roles filled by the better-suited side", "Share of key roles where the choice was made by profile, not by company.", "%", "quarter",
            higher(60, 80), line(48, 63, 71, 81, 84, noise=1.6, absent=("2008-Q2",), **_pct), a("ingrid.solheim"), supplier=ALDERMERE, dimension="input_processing", kind="lead", **PERCENT),
    measure("CO2.3", "Turnover in joint teams", "Leavers of the last four quarters over the mean number of people, for a year.", "%", "quarter",
            {"type": "target", "red_low": 1, "green_low": 4, "green_high": 10, "red_high": 15}, path((2006, 17), (2007, 13), (2008, 9), (2008.9, 8), (2009.4, 11), (2010, 12.5), noise=0.8, low=0), h("linda.pruett"), decimals=1,
            dimension="outcome", **PERCENT),
    measure("CO3.1", "Share of duplicated activities", "Activities of the value chain for which both sides hold the same responsibility, from the RACI.", "%", "quarter",
            [since("2006-01-01", lower(30, 20)), since("2008-01-01", lower(20, 12), "The first goal is in reach, a year early."),
             since("2009-07-01", lower(14, 6), "Set anew with the RACI of procurement.")],
            line(38, 31, 21, 12, 7, noise=1.2, **_pct), a("sofie.maes"), decimals=1, source="raci", supplier=ALDERMERE, dimension="input_processing", **PERCENT),
    measure("CO3.2", "Saved by using existing services", "Cost of the offer not taken less the partner's price.", "EUR thousand", "quarter",
            higher(150, 300), line(40, 170, 290, 380, 430, noise=30, low=0, season="year_end", swing=45), a("paolo.renzetti"), aggregation="sum", currency="EUR",
            supplier=ALDERMERE, dimension="outcome", seasonal=True),
    measure("CO4.1", "Third-party deliverables accepted at once", "Share accepted without rework.", "%", "quarter",
            higher(75, 88), path((2006, 77), (2008, 86), (2008.5, 84), (2010, 80), noise=2.2, **_pct), h("tomasz.zielinski"), dimension="output", **PERCENT),
    measure("CO4.2", "Make, use or buy review", "How far services were compared with what third parties offer.", "", "half",
            {"type": "texts", "scores": {"none": 0, "begun": 35, "most": 70, "all": 100}},
            {"texts": [(2006, "none"), (2006.6, "begun"), (2007.6, "most"), (2009.6, "all")]}, h("tomasz.zielinski"), kind="lead", dimension="input_processing", weight="0.5"),
    measure("CO5.1", "Quality and risk score of the development plan", "Review of running development plans by the joint committee, quality less risk.", "points", "quarter",
            higher(55, 75), line(52, 61, 69, 77, 82, noise=1.8, **_pct), a("sofie.maes"), decimals=1, supplier=ALDERMERE, dimension="output", weight="2", **PERCENT),
    measure("CO5.2", "Viability risk score", "Mean of experts' scores: scientific, commercial, regulatory, market access. 1 is least risk.", "score 1–5", "quarter",
            lower(3.2, 2.4), line(3.6, 3.2, 2.8, 2.4, 2.2, noise=0.08, low=1, high=5), a("elise.vandamme"), decimals=2, source="survey", supplier=ALDERMERE, dimension="output",
            natural_min="1", natural_max="5"),
    measure("CO5.3", "Net present value of joint products", "Risk-adjusted, at the rate that both finance teams agreed on.", "EUR million", "quarter",
            [since("2006-01-01", higher(900, 1200)), since("2008-04-01", higher(1150, 1350), "Raised for the time after the third registration."),
             since("2009-04-01", higher(1300, 1450), "Raised by the steering committee for the last year of the plan.")],
            line(860, 1010, 1210, 1370, 1450, noise=22), a("paolo.renzetti"), currency="EUR", supplier=ALDERMERE, dimension="outcome"),
    measure("CO6.1", "Stakeholder coverage", "Share of key regulators, patient groups and agencies that take part in the process.", "%", "quarter",
            [since("2006-01-01", higher(50, 75)), since("2009-01-01", higher(70, 85), "Patient groups of eleven more countries were added.")], line(34, 52, 66, 78, 83, noise=1.8, **_pct), a("elise.vandamme"), supplier=ALDERMERE, kind="lead", dimension="input_processing", **PERCENT),
    measure("CO6.2", "Programmes with advice before phase III", "Share of programmes that had scientific advice of an agency before phase III.", "%", "half",
            higher(60, 85), line(50, 68, 80, 90, 94, noise=2, **_pct), a("elise.vandamme"), supplier=ALDERMERE, kind="lead", dimension="input_processing", **PERCENT),
    measure("CU3.1", "Loyalty index of leading specialists", "Would take part again, less would not.", "points", "quarter",
            higher(20, 40), line(12, 21, 31, 43, 49, noise=2.2, low=-100, high=100, absent=("2009-Q3", "2009-Q4")), h("hannah.reyes"), source="survey", dimension="outcome", natural_min="-100", natural_max="100"),
    measure("CU3.2", "Specialists heard while the protocol was open", "Leading specialists whose comments came before the protocol was final.", "people", "quarter",
            higher(15, 30), line(9, 19, 29, 34, 38, noise=2.5, low=0, season="summer", swing=-5), h("hannah.reyes"), aggregation="sum", kind="lead", dimension="input",
            seasonal=True, **COUNT),
    # Speed and process innovation
    measure("SP1.1", "Amendments for each protocol", "Substantial amendments over protocols closed in the last four quarters.", "amendments", "quarter",
            lower(2.6, 1.6), line(3.3, 2.8, 2.2, 1.6, 1.3, noise=0.1, low=0), a("ingrid.solheim"), decimals=2, supplier=ALDERMERE, dimension="output", **COUNT),
    measure("SP1.2", "Deviations for 100 patients", "Protocol deviations over patients in treatment.", "deviations", "month",
            lower(14, 9), line(17, 14.5, 11.5, 8.6, 7.8, noise=0.8, low=0, absent=("2009-12",), special={"2006-12": ("missing", "Export of the old capture system failed.")}), h("tomasz.zielinski"), decimals=1,
            aggregation="mean", source="feed", dimension="output_processing", **COUNT),
    measure("SP1.3", "Protocols tried out with sites", "Share of protocols read by at least five sites before they were final.", "%", "quarter",
            higher(50, 75), line(28, 52, 69, 82, 88, noise=2.5, **_pct), h("priya.raman"), kind="lead", dimension="input_processing", **PERCENT),
    measure("SP2.1", "Days from last patient test to report", "From the last patient's last test to the signed statistical report, studies that reported in the month.", "days", "month",
            [since("2006-01-01", lower(115, 90)), since("2008-01-01", lower(105, 82), "The theme team asked for it after the first locks in a week."),
             since("2009-07-01", lower(82, 66), "The last step of the plan.")],
            line(128, 112, 88, 74, 68, noise=3.4, low=0, season="summer", swing=9, absent=("2009-12",),
                 special={"2006-08": ("na", "No study reported in the month."), "2008-12": ("na", "No study reported in the month.")}), h("grace.holloway"),
            aggregation="mean", source="feed", dimension="outcome", seasonal=True, weight="2", **COUNT),
    measure("SP2.2", "Databases locked on the agreed day", "Share of database locks of the quarter that fell on the agreed day or before.", "%", "quarter",
            higher(65, 85), line(58, 70, 80, 88, 92, noise=2.5, **_pct), h("grace.holloway"), dimension="output_processing", kind="lead", **PERCENT),
    measure("SP3.1", "New studies with electronic capture", "Share of studies begun in the last four quarters.", "%", "quarter",
            {"type": "progress", "baseline": 20, "target": 95, "start": "2006-01-01", "due": "2009-06-30", "curve": "s"},
            {"anchors": [(2006, 20), (2007, 37), (2008, 68), (2009, 89), (2010, 97)], "noise": 1.5, **_pct}, a("karel.novotny"), supplier=ALDERMERE, kind="lead", dimension="input", **PERCENT),
    measure("SP3.2", "Studies with an adaptive design", "Running studies with a design that adapts by plan.", "studies", "half",
            higher(2, 6), line(0, 2, 4.4, 6, 8, noise=0.4, low=0), a("karel.novotny"), supplier=ALDERMERE, dimension="output", **COUNT),
    measure("SP3.3", "Visits saved by central monitoring", "On-site monitoring visits not needed, against the plan of 2005.", "%", "quarter",
            higher(5, 15), line(0, 4, 8.5, 14, 18, noise=0.9, low=0), h("yuki.tanaka"), decimals=1, dimension="output_processing", **PERCENT),
    measure("SP4.1", "Days from site found to first patient", "Median of the sites that enrolled their first patient in the month.", "days", "month",
            lower(165, 120), {"anchors": [(2006, 190), (2007, 165), (2008, 128), (2008.15, 148), (2008.7, 156), (2008.95, 122), (2009.5, 108), (2010, 102)], "noise": 5,
                              "season": "summer", "swing": 12, "notes": {"2008-06": "Site teams cannot see the recruitment dashboard."}}, h("priya.raman"), aggregation="median", source="feed",
            dimension="outcome", seasonal=True, weight="2", **COUNT),
    measure("SP4.2", "Sites that recruit too few patients", "Share of open sites with under two patients after six months.", "%", "month",
            [since("2006-01-01", lower(24, 17)), since("2009-01-01", lower(18, 14), "Half of the start was reached; the next step is a third.")],
            path((2006, 30), (2007, 25), (2007.9, 18), (2008.7, 20), (2009.1, 15.6), (2010, 15), noise=0.9, low=0), h("priya.raman"), decimals=1,
            aggregation="mean", source="feed", dimension="output_processing", **PERCENT),
    measure("SP4.3", "Saved for each weak site avoided", "Cost of opening and closing a site that would not have recruited.", "EUR thousand", "quarter",
            {"type": "range", "red_low": 12, "green_low": 25, "green_high": 40, "red_high": 60}, line(17, 24, 29, 32, 33.5, noise=1.1, low=0), a("paolo.renzetti"), decimals=1, currency="EUR",
            supplier=ALDERMERE, dimension="outcome", weight="0.5"),
    measure("SP5.1", "Total study cycle time", "From final protocol to clinical study report, mean of the studies that ended in the last four quarters.", "days", "quarter",
            {"type": "progress", "baseline": 940, "target": 564, "start": "2006-01-01", "due": "2009-12-31"}, path((2006, 940), (2007, 846), (2008, 748), (2008.7, 690), (2009.3, 610), (2010, 556), noise=8), h("denise.carraway"),
            source="feed", dimension="outcome", weight="2", **COUNT),
    measure("SP5.2", "Revenue from new kinds of study", "Sales of services that neither company offered in 2005.", "EUR million", "quarter",
            higher(1.5, 3.5), line(0.2, 1.3, 2.6, 3.9, 4.8, noise=0.25, low=0, season="year_end", swing=0.5), h("robert.ashby"), decimals=1, aggregation="sum", currency="EUR", dimension="outcome",
            seasonal=True),
    measure("CU1.1", "Global registration programmes completed", "Since 2003.", "programmes", "quarter",
            [since("2006-01-01", {"type": "progress", "baseline": 0, "target": 3, "start": "2003-01-01", "due": "2007-12-31"}),
             since("2008-01-01", {"type": "progress", "baseline": 3, "target": 5, "start": "2008-01-01", "due": "2010-12-31"}, "Once three of three are done, two more are agreed on.")],
            {"anchors": [(2006, 2), (2007.87, 2), (2007.88, 3), (2009.1, 3), (2009.12, 4), (2010, 4)], "noise": 0}, a("elise.vandamme"), supplier=ALDERMERE, dimension="outcome", cumulative=True,
            **COUNT),
    measure("CU1.2", "Agency questions answered in time", "Share answered within the agency's own time.", "%", "month",
            higher(85, 95), line(86, 91, 95, 96.5, 97.5, noise=1.3, special={"2007-01": ("na", "No question was open.")}, **_pct), a("elise.vandamme"), decimals=1, aggregation="mean",
            supplier=ALDERMERE, dimension="output_processing", kind="lead", **PERCENT),
    measure("CU1.3", "Critical or major findings for each inspection", "Mean over the inspections of the half year.", "findings", "half",
            lower(3, 1), line(3.4, 2.6, 1.5, 0.9, 0.7, noise=0.15, low=0), h("tomasz.zielinski"), decimals=1, aggregation="mean", dimension="outcome", **COUNT),
    measure("CU2.1", "Physicians who would change to it", "Share of the panel who rate the studied medicine above their present choice.", "%", "half",
            higher(35, 50), line(37, 44, 52, 57, 60, noise=1.5, **_pct), a("miriam.osei"), source="survey", supplier=ALDERMERE, dimension="outcome", weight="3", **PERCENT),
    measure("CU2.2", "Safety signals open beyond 15 days", "Signals without a first judgement after 15 days.", "signals", "month",
            lower(4, 1), {"anchors": [(2006, 3), (2007, 2), (2007.9, 1.5), (2008.2, 5.5), (2008.9, 5.2), (2009.2, 2), (2010, 0.8)], "noise": 0.6, "low": 0}, a("miriam.osei"), supplier=ALDERMERE,
            source="feed", dimension="output_processing", kind="lead", weight="0.5", **COUNT),
    measure("CU2.3", "Papers in reviewed journals", "Accepted in the half year, from joint studies.", "papers", "half",
            higher(3, 7), line(3, 5, 8, 9, 11, noise=0.8, low=0), h("hannah.reyes"), aggregation="sum", dimension="output", weight="1", **COUNT),
    # Growth (co-creation)
    measure("GR1.1", "Joint decisions by the agreed day", "Share of go or no-go decisions of the half year taken by both by the agreed day.", "%", "half",
            higher(60, 85), line(46, 64, 78, 87, 92, noise=2.5, **_pct), a("thomas.lefevre"), supplier=ALDERMERE, dimension="output_processing", **PERCENT),
    measure("GR1.2", "How we decide together", "An account in words of the period's decisions: what helped, what hurt.", "", "quarter",
            {"type": "unscored"}, {"texts": [(2006, "Terms first, science second."), (2006.8, "Criteria are set before the data are seen, twice out of three times."),
                                             (2007.6, "The no-go on the second indication was taken in one meeting, without a loser."),
                                             (2008.4, "Data arrive late while dashboards are shut; one decision was put off."), (2009.1, "One meeting, one page, one decision.")]},
            a("thomas.lefevre"), supplier=ALDERMERE, dimension="outcome"),
    measure("GR1.3", "One view of the portfolio", "The joint committee's judgement whether both sides would rank the compounds alike.", "", "half",
            [since("2006-01-01", {"type": "manual", "light": "red", "reason": "Two lists, never compared."}),
             since("2007-07-01", {"type": "manual", "light": "yellow", "reason": "One list; five of twenty compounds disputed."}, "Judged by the joint development committee."),
             since("2009-01-01", {"type": "manual", "light": "green", "reason": "One list, no open dispute."}, "Judged by the joint development committee.")],
            {"texts": [(2006, "two lists"), (2007.5, "one list, five disputed"), (2009, "one list")]}, a("luc.declercq"), supplier=ALDERMERE, dimension="outcome", weight="0.5"),
    measure("GR2.1", "Compounds entering clinical development", "First dose in the first person, in the half year.", "compounds", "half",
            higher(1, 3), line(1, 2, 2.6, 3.4, 4, noise=0.4, low=0), a("luc.declercq"), aggregation="sum", supplier=ALDERMERE, dimension="output", **COUNT),
    measure("GR2.2", "Months from candidate to first dose", "Mean of the compounds that reached first dose in the last four quarters.", "months", "quarter",
            {"type": "percent", "target": 16, "direction": "lower"}, line(22, 20, 17.6, 16.4, 15.5, noise=0.3), a("luc.declercq"), decimals=1, supplier=ALDERMERE, dimension="output_processing", **COUNT),
    measure("GR3.1", "Spend against forecast", "Spend of the month over the forecast of a quarter before.", "%", "month",
            {"type": "target", "red_low": 85, "green_low": 95, "green_high": 105, "red_high": 115}, path((2006, 113), (2007, 106), (2008, 101), (2008.9, 102), (2010, 107.5), noise=1.8, echoes=[cause("CO5.1", 3, -0.2)], season="year_end", swing=3), a("paolo.renzetti"), decimals=1,
            aggregation="mean", supplier=ALDERMERE, dimension="input", kind="lead", natural_min="0"),
    measure("GR3.2", "Shared-cost products within budget", "Share of the products whose cost is shared that keep within the agreed budget.", "%", "quarter",
            higher(60, 80), line(58, 69, 80, 88, 93, noise=0.88, echoes=[cause("CO5.1", 3, 1.5), cause("CO5.2", 3, -30)], absent=("2008-Q1", "2008-Q2"), **_pct), h("samuel.okafor"), dimension="input", **PERCENT),
    measure("CU4.1", "Files with evidence on price", "Share of filings with evidence for payers ready on the day of filing.", "%", "half",
            [since("2006-01-01", higher(45, 75)), since("2009-01-01", higher(60, 80), "Two health ministries now ask for it.")], path((2006, 30), (2007.5, 52), (2008.5, 61), (2010, 56), noise=1.5, **_pct), a("thomas.lefevre"), supplier=ALDERMERE, dimension="output", kind="lead", **PERCENT),
    measure("CU4.2", "What the payers' panel says of the price", "The panel's word.", "", "half",
            {"type": "texts", "scores": {"unacceptable": 0, "doubtful": 40, "fair": 75, "good": 100}}, {"texts": [(2006, "unacceptable"), (2007, "doubtful"), (2009, "fair")]}, a("thomas.lefevre"),
            source="survey", supplier=ALDERMERE, dimension="outcome"),
    measure("CU5.1", "Countries with access", "Countries in which at least one joint product can be prescribed.", "countries", "quarter",
            [since("2006-01-01", higher(20, 35)), since("2009-01-01", higher(38, 48), "After the third launch.")], line(14, 22, 31, 38, 44, noise=0.4, low=0), a("miriam.osei"), supplier=ALDERMERE, dimension="outcome", cumulative=True, **COUNT),
    measure("CU5.2", "Patients in early access", "Patients treated before registration, at the quarter's end.", "patients", "quarter",
            [since("2006-01-01", higher(150, 400, worst=0, stretch=900))], line(90, 230, 380, 520, 610, noise=18, low=0), a("miriam.osei"), supplier=ALDERMERE, dimension="output", **COUNT),
    measure("CU5.3", "What the patients' panel tells us", "The panel's own account of getting what treats them.", "", "half",
            {"type": "unscored"}, {"texts": [(2006, "“Nobody asked us.”"), (2007, "“You ask, and we wait.”"), (2008, "“Two of our wishes are in the new study.”"), (2009, "“We know whom to call.”")]},
            a("miriam.osei"), source="survey", supplier=ALDERMERE, dimension="outcome"),
    # Value for both
    measure("VB1.1", "Sales of joint products", "Net sales, both companies' share together; reported month by month, judged by quarter.", "EUR million", "quarter",
            [since("2006-01-01", higher(30, 45)), since("2009-01-01", higher(58, 76), "After the third launch.")],
            line(9.6, 12.4, 16.2, 20.8, 25.5, noise=0.5, observed="month", season="year_end", swing=1.2), h("samuel.okafor"), decimals=1, aggregation="sum", currency="EUR", dimension="outcome", seasonal=True,
            weight="2"),
    measure("VB1.2", "Milestone payments earned", "Paid to Halden Clinical in the half year for milestones reached.", "EUR million", "half",
            higher(2, 5), line(1.5, 3.4, 5.0, 6.4, 7.2, noise=0.5, low=0), h("samuel.okafor"), decimals=1, aggregation="sum", currency="EUR", dimension="outcome"),
    measure("VB1.3", "Viable compounds in late development", "Compounds in phase II and later with a viability risk under 3.", "compounds", "half",
            higher(4, 7), line(3, 4.5, 6.4, 8, 9, noise=0.3, low=0), a("luc.declercq"), supplier=ALDERMERE, dimension="outcome", **COUNT),
    measure("VB1.4", "Cost of a comparable study", "Index, 2005 is 100; same size, same phase.", "index", "year",
            {"type": "lower", "red": 95, "green": 80}, line(99, 92, 84, 77, 72, noise=0.6), a("paolo.renzetti"), supplier=ALDERMERE, dimension="outcome"),
    # Private to one side
    measure("AP.1", "Our own cost of managing the alliance", "Salaries, travel and advice, Aldermere only.", "EUR thousand", "quarter",
            lower(420, 340), line(455, 430, 385, 350, 335, noise=12), a("anna.verbeke"), currency="EUR", aggregation="sum", supplier=ALDERMERE, dimension="input", objective="VB1", private_to=ALDERMERE),
    measure("AP.2", "Share of our studies with Halden Clinical", "By patients. Above two thirds we depend on them.", "%", "half",
            {"type": "range", "red_low": 20, "green_low": 35, "green_high": 60, "red_high": 75}, line(31, 42, 54, 63, 66, noise=1), a("paolo.renzetti"), supplier=ALDERMERE, dimension="outcome", objective="CO4",
            private_to=ALDERMERE, **PERCENT),
    measure("AP.3", "Could we go on alone?", "The board's yearly judgement of our readiness for an exit.", "score 0–10", "year",
            higher(3, 6), line(6.5, 5.6, 4.7, 4.4, 4.8, noise=0.1), a("luc.declercq"), decimals=1, supplier=ALDERMERE, dimension="outcome", objective="GR3", private_to=ALDERMERE),
    measure("HC.1", "Our margin on alliance work", "Operating margin, Halden Clinical only.", "%", "quarter",
            higher(9, 14), line(8, 9.2, 12.4, 14.6, 15.3, noise=0.5), h("samuel.okafor"), decimals=1, dimension="outcome", objective="VB1", private_to=HALDEN),
    measure("HC.2", "Overtime of our people in the alliance", "Hours beyond contract over contract hours.", "%", "month",
            lower(12, 7), line(13, 11.5, 10, 8.2, 6.5, noise=0.7, low=0, season="year_end", swing=1.5), h("linda.pruett"), decimals=1, aggregation="mean", dimension="input", seasonal=True, objective="CO2",
            private_to=HALDEN, **PERCENT),
    measure("HC.3", "Offers to other sponsors that we declined", "Because the people are with the alliance.", "offers", "quarter",
            lower(6, 2), line(3, 4.2, 4.8, 3.6, 3.2, noise=0.8, low=0), h("robert.ashby"), aggregation="sum", dimension="outcome", objective="VB1", private_to=HALDEN, **COUNT),
]

BASELINES = [
    ("SP5.1", "2006-Q1", "940", "Mean of the studies that ended in 2005."),
    ("CO3.1", "2006-Q1", "39.2", "First RACI of the whole value chain."),
    ("SP4.2", "2006-01", "30.4", "All sites open at the end of 2005."),
    ("SP2.1", "2006-01", "131", "Mean of 2005."),
]

# Values that were reported wrong at first: measure, period, the right value, why, and the day on which it was recorded.
CORRECTIONS = [
    ("SP4.2", "2006-05", "27.6", "Two closed sites were counted as open.", "2006-07-11"),
    ("LA2.3", "2006-11", "79", "Actions of the project team had been left out.", "2007-01-09"),
    ("CO1.2", "2007-03", "0.49", "Three change orders were booked on the wrong study.", "2007-05-14"),
    ("SP2.1", "2007-05", "95", "One report was signed a week later than recorded.", "2007-07-02"),
    ("VB1.1", "2007-06", "14.4", "Returns booked after the close of the quarter.", "2007-08-20"),
    ("CO5.3", "2007-Q3", "1214", "Discount rate corrected to the agreed one.", "2007-11-05"),
    ("LA1.2", "2007-Q4", "60.4", "Answers of the Indian office came in late.", "2008-01-25"),
    ("SP1.2", "2008-02", "8.2", "Deviations of one study were counted twice.", "2008-04-10"),
    ("CU1.2", "2008-04", "96.1", "Questions of a second agency were left out.", "2008-06-17"),
    ("GR3.1", "2008-05", "104.9", "Accrual for the comparator drug was missing.", "2008-07-15"),
    ("SP4.1", "2008-07", "167", "Median over all regions, not over Europe only.", "2008-09-12"),
    ("VB1.1", "2008-12", "21.5", "Rebates of the year booked in December.", "2009-02-03"),
    ("SP5.1", "2009-Q1", "618", "One terminated study had been included.", "2009-05-20"),
    ("CO3.1", "2009-Q2", "10.1", "The RACI of the new procurement steps was added.", "2009-08-28"),
]


def initiative(key, name, objectives, owner, start, due, budget, spent, progress, planned, description, milestones=(), moves=(), **more):
    return {"key": key, "name": name, "description": description, "objectives": objectives.split(), "owner": owner, "start": start, "due": due,
            "budget": str(budget), "spent": str(spent), "currency": "EUR", "state": "done" if progress == 100 else "running", "progress": str(progress / 100), "planned": str(planned / 100),
            "milestones": [{"name": n, "due": d, **({"done": done} if done else {})} for n, d, done in milestones],
            "moves": [{"measure": m, "sign": sign, "size": str(size), "lag_months": lag} for m, sign, size, lag in moves], **more}


INITIATIVES = [
    # The six of the collaboration theme
    initiative("plan-process", "New development plan process", "CO5", a("sofie.maes"), "2006-03-01", "2007-12-31", 620000, 655000, 100, 100,
               "One plan for a compound, written by both, with a risk review at each version.",
               [("Template agreed on", "2006-06-30", "2006-07-12"), ("First three plans", "2006-12-31", "2006-12-18"), ("All running compounds", "2007-12-31", "2007-12-14")],
               [("CO5.1", "up", 20, 6), ("CO5.2", "down", 1, 9)]),
    initiative("resources", "Resource establishment", "CO2", h("linda.pruett"), "2006-05-01", "2008-12-31", 480000, 430000, 100, 100,
               "A common pool of people with their skills, from which both staff their teams.",
               [("Skills listed", "2006-10-31", "2006-11-20"), ("Pool open in Europe", "2007-06-30", "2007-06-30"), ("Pool open everywhere", "2008-12-31", "2009-01-23")],
               [("CO2.1", "up", 15, 6), ("CO2.2", "up", 20, 6)]),
    initiative("value-chain", "Value-chain map", "CO3 CO4", a("sofie.maes"), "2006-01-15", "2006-09-30", 90000, 84000, 100, 100,
               "All activities from candidate to registration on one page, with who does what.",
               [("Draft", "2006-04-30", "2006-04-28"), ("Agreed on by both", "2006-09-30", "2006-10-06")], [("CO3.1", "down", 5, 6)]),
    initiative("raci", "RACI overlap map", "CO3", a("sofie.maes"), "2006-09-01", "2008-06-30", 150000, 148000, 100, 100,
               "Where both are responsible for the same step, one lets go.",
               [("Overlaps found", "2006-12-31", "2007-01-15"), ("First twenty resolved", "2007-06-30", "2007-06-11"), ("All resolved or kept on purpose", "2008-06-30", "2008-06-27")],
               [("CO3.1", "down", 20, 3), ("CO3.2", "up", 150, 6)]),
    initiative("end-to-end", "Expert-led end-to-end process", "CO5 CO1", h("hannah.reyes"), "2007-02-01", "2009-12-31", 900000, 760000, 88, 97,
               "An expert from either side leads a compound through all its steps.",
               [("Two pilots", "2007-09-30", "2007-10-19"), ("Review of the pilots", "2008-03-31", "2008-04-02"), ("Six compounds", "2009-06-30", "2009-08-14"), ("Usual way of working", "2009-12-31", "")],
               [("CO5.2", "down", 0.6, 9), ("CO1.2", "down", 0.2, 6)]),
    initiative("early-engagement", "Early stakeholder engagement", "CO6 CU3", a("elise.vandamme"), "2006-06-01", "2009-06-30", 540000, 512000, 100, 100,
               "Regulators, patient groups and agencies hear of a plan before it is fixed.",
               [("List of key stakeholders", "2006-09-30", "2006-09-22"), ("First round of talks", "2007-03-31", "2007-03-30"), ("In every programme", "2009-06-30", "2009-06-19")],
               [("CO6.1", "up", 40, 6), ("CU3.1", "up", 15, 9)]),
    # Others
    initiative("firewalls", "Dashboards across the firewalls", "LA4", h("caleb.morrow"), "2008-03-01", "2008-11-30", 210000, 236000, 100, 100,
               "One company's firewalls kept the other's people from the operational dashboards; the steering committee took it up.",
               [("Cause found", "2008-04-30", "2008-05-21"), ("Both security officers agree", "2008-06-30", "2008-09-18"), ("Open for all study teams", "2008-10-15", "2008-10-09")],
               [("LA4.1", "up", 45, 1), ("SP4.1", "down", 25, 3)]),
    initiative("sign-in", "One sign-in for both companies", "LA4", a("rik.peeters"), "2007-01-15", "2008-12-31", 380000, 402000, 100, 100,
               "People of both companies open shared systems with the badge that they have.",
               [("Design agreed on", "2007-06-30", "2007-07-20"), ("Pilot with one study team", "2008-01-31", "2008-03-14"), ("In use", "2008-12-31", "2009-01-12")], [("LA4.2", "down", 6, 2)]),
    initiative("pulse", "Quarterly trust pulse", "LA1", li("maja.brandt"), "2006-01-01", "2009-12-31", 120000, 108000, 97, 100,
               "Five statements, two minutes, both companies; results go to all within a week.",
               [("First pulse", "2006-03-31", "2006-03-24"), ("Pulse in eleven languages", "2007-03-31", "2007-05-04")], [("LA1.1", "up", 10, 6), ("LA1.2", "up", 20, 6)]),
    initiative("rotation", "Half a year on the other side", "LA1 CO2", h("marcus.whitfield"), "2006-09-01", "2009-12-31", 700000, 655000, 92, 98,
               "Forty people a year work for six months in the other company.",
               [("First ten", "2007-01-31", "2007-01-31"), ("Eighty in all", "2008-12-31", "2009-03-31"), ("A hundred and forty in all", "2009-12-31", "")], [("LA1.2", "up", 12, 9)]),
    initiative("map-everywhere", "The map on every wall", "LA2", a("nadia.benali"), "2006-04-01", "2007-06-30", 60000, 57000, 100, 100,
               "Each team draws its own part in the map, with its leader, in ninety minutes.", [("First fifty teams", "2006-09-30", "2006-09-29"), ("All teams", "2007-06-30", "2007-07-06")],
               [("LA2.1", "up", 40, 6)]),
    initiative("bonus", "Alliance results in the bonus", "LA3", a("nadia.benali"), "2006-07-01", "2009-12-31", 80000, 61000, 90, 97,
               "A tenth of the yearly bonus of managers depends on their theme.", [("Rules agreed on by both boards", "2007-03-31", "2007-09-14"), ("In force at Aldermere", "2008-01-01", "2008-01-01"),
                                                                                     ("In force at Halden Clinical", "2009-01-01", "2009-04-01")], [("LA3.1", "up", 70, 3)]),
    initiative("open-book", "Open-book cost model", "CO1", a("paolo.renzetti"), "2006-02-01", "2008-03-31", 260000, 271000, 100, 100,
               "One model of what drives the cost of a study, fed by both.", [("First version", "2006-11-30", "2007-01-31"), ("Used in all new budgets", "2008-03-31", "2008-03-28")], [("CO1.1", "up", 10, 6), ("CO1.2", "down", 0.2, 6)]),
    initiative("site-choice", "Choice of sites by data", "SP4", h("priya.raman"), "2006-10-01", "2009-03-31", 1150000, 1098000, 100, 100,
               "Past recruitment, competing studies and patients in reach decide, not habit.", [("Data of both in one place", "2007-06-30", "2007-08-10"), ("Used in ten studies", "2008-06-30", "2008-08-29"), ("Used in all", "2009-03-31", "2009-03-13")],
               [("SP4.2", "down", 12, 9), ("SP4.1", "down", 40, 9)]),
    initiative("protocol-clinic", "Protocol clinic", "SP1", a("ingrid.solheim"), "2006-11-01", "2009-06-30", 340000, 322000, 100, 100,
               "Writers, statisticians and five sites go through each draft together.", [("First clinic", "2007-01-31", "2007-02-08"), ("All phase III protocols", "2008-03-31", "2008-03-31"), ("All protocols", "2009-06-30", "2009-07-10")],
               [("SP1.1", "down", 1.5, 9), ("SP1.2", "down", 5, 9)]),
    initiative("fast-lock", "Database lock in a week", "SP2", h("grace.holloway"), "2006-06-01", "2008-12-31", 520000, 498000, 100, 100,
               "Cleaning while the study runs, tables written before the lock.", [("First lock in a week", "2007-05-31", "2007-06-22"), ("Half of the studies", "2008-03-31", "2008-03-20"), ("Usual way", "2008-12-31", "2008-12-05")],
               [("SP2.1", "down", 45, 6), ("SP2.2", "up", 25, 6)]),
    initiative("capture", "Electronic capture in every new study", "SP3", a("karel.novotny"), "2006-03-01", "2009-06-30", 2400000, 2550000, 100, 100,
               "One capture system for both, from the first study in 2006 to all in 2009.", [("System chosen", "2006-06-30", "2006-08-31"), ("Half of the new studies", "2007-12-31", "2007-11-30"), ("All new studies", "2009-06-30", "2009-09-30")],
               [("SP3.1", "up", 75, 3), ("SP2.1", "down", 15, 9)]),
    initiative("signals", "Safety signals judged in 15 days", "CU2", a("miriam.osei"), "2008-04-01", "2009-06-30", 190000, 176000, 100, 100,
               "A joint desk takes each signal in; the backlog of early 2008 is worked off.", [("Joint desk", "2008-06-30", "2008-09-01"), ("Backlog gone", "2009-03-31", "2009-03-27")], [("CU2.2", "down", 4, 3)]),
    initiative("go-no-go", "Criteria before data", "GR1", a("thomas.lefevre"), "2006-08-01", "2008-08-31", 70000, 66000, 100, 100,
               "The criteria of each decision are written and sealed before anybody sees the data.", [("First sealed criteria", "2006-12-31", "2006-12-20"), ("All decisions", "2008-08-31", "2008-09-12")], [("GR1.1", "up", 30, 6)]),
    initiative("price-evidence", "Evidence for payers from phase II on", "CU4", a("thomas.lefevre"), "2007-09-01", "2010-06-30", 830000, 540000, 58, 83,
               "What payers will ask is measured while patients are still in the study.", [("Questions of five payers", "2008-03-31", "2008-07-18"), ("In two phase II studies", "2008-12-31", "2009-06-30"), ("In all", "2010-06-30", "")],
               [("CU4.1", "up", 40, 12)]),
    # Private to one side
    initiative("second-source", "Second source for data management", "CO4", a("paolo.renzetti"), "2008-01-01", "2009-12-31", 300000, 120000, 45, 97,
               "What it would take to place data management elsewhere, should we have to.", [("Three offers", "2008-09-30", "2008-11-14"), ("Trial with one study", "2009-06-30", "")], [("AP.2", "down", 8, 12)], private_to=ALDERMERE),
    initiative("exit-drill", "What if it ended tomorrow", "GR3", a("anna.verbeke"), "2009-01-01", "2009-09-30", 40000, 38000, 100, 100,
               "A day with the board on what we would own, owe and need.", [("The day itself", "2009-06-30", "2009-06-16")], [("AP.3", "up", 1, 6)], private_to=ALDERMERE),
    initiative("margin", "Margin on fixed-price studies", "VB1", h("samuel.okafor"), "2007-01-01", "2008-12-31", 180000, 171000, 100, 100,
               "Where we lose money on the alliance, and what we can change without asking.", [("Ten worst studies", "2007-03-31", "2007-03-30"), ("Changes in all ten", "2008-12-31", "2008-12-12")], [("HC.1", "up", 5, 6)], private_to=HALDEN),
    initiative("overtime", "Less overtime in alliance teams", "CO2", h("linda.pruett"), "2008-09-01", "2009-12-31", 220000, 160000, 80, 97,
               "Thirty more monitors, and a stop to work at weekends.", [("Fifteen hired", "2009-01-31", "2009-03-06"), ("Thirty hired", "2009-09-30", "")], [("HC.2", "down", 4, 6)], private_to=HALDEN),
]

# People. The named ones first; the rest is drawn from the lists below.
_NAMED = [
    # organisation, address, given, family, title, department, place, roles (role or role:theme), seats (body:role)
    (ALDERMERE, a("anna.verbeke"), "Anna", "Verbeke", "Alliance manager", "Alliance management", "Brussels", "alliance_manager organisation_administrator", "jsc:member project:chair"),
    (ALDERMERE, a("luc.declercq"), "Luc", "Declercq", "Head of research and development", "Research and development", "Brussels", "sponsor", "jsc:chair"),
    (ALDERMERE, a("ingrid.solheim"), "Ingrid", "Solheim", "Head of clinical research", "Clinical research", "Brussels", "team_member:speed", "jsc:member jdc:chair"),
    (ALDERMERE, a("paolo.renzetti"), "Paolo", "Renzetti", "Head of finance", "Finance", "Brussels", "team_member:value", "jsc:member finance:chair"),
    (ALDERMERE, a("sofie.maes"), "Sofie", "Maes", "Head of development planning", "Development planning", "Brussels", "theme_leader:collaboration", "jdc:member"),
    (ALDERMERE, a("thomas.lefevre"), "Thomas", "Lefèvre", "Head of portfolio strategy", "Portfolio strategy", "Brussels", "theme_leader:growth", "jdc:member"),
    (ALDERMERE, a("karel.novotny"), "Karel", "Novotný", "Head of biostatistics", "Biostatistics", "Prague", "team_member:speed", ""),
    (ALDERMERE, a("nadia.benali"), "Nadia", "Benali", "Director of human resources", "Human resources", "Brussels", "team_member:living organisation_administrator", "human-resources:chair"),
    (ALDERMERE, a("elise.vandamme"), "Elise", "Vandamme", "Head of regulatory affairs", "Regulatory affairs", "Brussels", "team_member:collaboration", "jdc:member"),
    (ALDERMERE, a("rik.peeters"), "Rik", "Peeters", "Director of information systems", "Information systems", "Leuven", "team_member:living", "data:chair"),
    (ALDERMERE, a("miriam.osei"), "Miriam", "Osei", "Head of medical affairs", "Medical affairs", "London", "team_member:speed team_member:growth", "jdc:member"),
    (HALDEN, h("marcus.whitfield"), "Marcus", "Whitfield", "Alliance manager", "Alliance management", "Durham, North Carolina", "alliance_manager organisation_administrator", "jsc:member project:member"),
    (HALDEN, h("denise.carraway"), "Denise", "Carraway", "President, clinical development", "Executive office", "Durham, North Carolina", "sponsor", "jsc:member"),
    (HALDEN, h("robert.ashby"), "Robert", "Ashby", "Executive vice president, corporate development", "Corporate development", "Durham, North Carolina", "team_member:value", "jsc:member"),
    (HALDEN, h("priya.raman"), "Priya", "Raman", "Vice president, site management", "Site management", "Durham, North Carolina", "theme_leader:speed", "jdc:member"),
    (HALDEN, h("linda.pruett"), "Linda", "Pruett", "Vice president, human resources", "Human resources", "Raleigh, North Carolina", "theme_leader:living organisation_administrator", "human-resources:member"),
    (HALDEN, h("samuel.okafor"), "Samuel", "Okafor", "Vice president, alliance finance", "Finance", "Durham, North Carolina", "theme_leader:value", "finance:member"),
    (HALDEN, h("caleb.morrow"), "Caleb", "Morrow", "Vice president, information systems", "Information systems", "Raleigh, North Carolina", "team_member:living", "data:member"),
    (HALDEN, h("grace.holloway"), "Grace", "Holloway", "Vice president, biostatistics and programming", "Biostatistics", "Durham, North Carolina", "team_member:speed", "data:member"),
    (HALDEN, h("tomasz.zielinski"), "Tomasz", "Zieliński", "Vice president, clinical operations Europe", "Clinical operations", "Warsaw", "team_member:collaboration team_member:speed", "jdc:member"),
    (HALDEN, h("hannah.reyes"), "Hannah", "Reyes", "Vice president, therapeutic strategy", "Therapeutic strategy", "San Diego", "team_member:collaboration", "jdc:member"),
    (HALDEN, h("yuki.tanaka"), "Yuki", "Tanaka", "Head of clinical operations, Asia", "Clinical operations", "Tokyo", "team_member:speed", ""),
    (LINDQVIST, li("eva.lindqvist"), "Eva", "Lindqvist", "Partner", "Alliances", "Stockholm", "neutral_consultant organisation_administrator", ""),
    (LINDQVIST, li("henrik.aalto"), "Henrik", "Aalto", "Senior adviser", "Alliances", "Helsinki", "neutral_consultant", ""),
    (LINDQVIST, li("maja.brandt"), "Maja", "Brandt", "Adviser, surveys", "Alliances", "Copenhagen", "neutral_consultant", ""),
    (LINDQVIST, li("oliver.kane"), "Oliver", "Kane", "Analyst", "Alliances", "Dublin", "observer", ""),
]

_GIVEN = ("Amélie Bram Camille Dries Elke Femke Gilles Hélène Isabelle Jeroen Katrien Laurent Margaux Nele Olivier Pauline Quentin Roos Stijn Tine Ward Yannick "
          "Aisha Babak Chiara Dmitri Emre Fatima Giulia Hassan Ines Joao Kwame Leila Mateo Noor Olga Pedro Rania Sven Tariq Ulrike Viktor Wiebke Xavier Zofia "
          "Aaron Brianna Curtis Danielle Ethan Felicia Gavin Heather Ivan Jasmine Kevin Latoya Megan Nathan Olivia Preston Rachel Shawn Tamara Vincent Wendy "
          "Arjun Bo Chen Deepa Eun-ji Farid Hiroshi Jin Kavita Lin Mei Nguyen Rohan Sanjay Thuy Wei Yuan Akiko Bongani Chidi Efua Lindiwe Mandla Naledi Sipho").split()
_FAMILY_EUROPE = ("Aerts Bauwens Claes Dubois Engelen Fontaine Goossens Hermans Jacobs Knops Lambert Martens Nijs Ooms Pauwels Renard Segers Thijs Urbain Vermeulen "
                  "Wouters Adler Bianchi Costa Dvořák Eriksen Ferrari García Horvat Ivanova Jensen Kowalska Lindholm Moreau Nielsen Oliveira Petrov Rossi Schneider "
                  "Tóth Virtanen Weber Yilmaz Zimmermann Almeida Berg Conti Duarte Fischer Grönlund").split()
_FAMILY_WORLD = ("Adams Baker Coleman Dawson Ellis Foster Greene Harper Ingram Jordan Keller Lawson Mercer Norris Owens Parker Quinn Rhodes Sawyer Tucker Upton Vance "
                 "Walton Young Abrams Bhatt Chowdhury Desai Gupta Iyer Kapoor Mehta Nair Patel Reddy Sharma Chang Huang Kim Lee Park Sato Suzuki Tran Wong Zhang Mbeki "
                 "Nkosi Adeyemi Mensah Castillo Herrera Morales Vargas Silva Souza").split()
_PLACES = {ALDERMERE: ["Brussels"] * 6 + ["Leuven", "Ghent", "London", "Prague", "Basel", "Madrid"],
           HALDEN: ["Durham, North Carolina"] * 5 + ["Raleigh, North Carolina"] * 2 + ["San Diego", "London", "Warsaw", "Kyiv", "Bangalore", "Singapore", "Tokyo", "São Paulo", "Johannesburg", "Mexico City"]}
_WORK = {
    ALDERMERE: [("Clinical research", ["Clinical project leader", "Medical monitor", "Clinical scientist", "Study physician"], "speed"),
                ("Development planning", ["Development planner", "Compound team leader", "Planning analyst"], "collaboration"),
                ("Regulatory affairs", ["Regulatory manager", "Regulatory writer", "Labelling specialist"], "collaboration"),
                ("Biostatistics", ["Statistician", "Statistical programmer"], "speed"),
                ("Medical affairs", ["Medical adviser", "Safety physician", "Publications manager"], "growth"),
                ("Portfolio strategy", ["Portfolio analyst", "Health economist", "Market access manager"], "growth"),
                ("Finance", ["Controller", "Budget analyst"], "value"),
                ("Human resources", ["Human resources partner", "Learning manager"], "living"),
                ("Information systems", ["Systems engineer", "Data architect", "Security officer"], "living"),
                ("Clinical supplies", ["Supplies planner", "Procurement manager"], "collaboration")],
    HALDEN: [("Clinical operations", ["Project manager", "Clinical team leader", "Clinical research associate", "Regional director"], "speed"),
             ("Site management", ["Site manager", "Feasibility analyst", "Recruitment specialist"], "speed"),
             ("Data management", ["Data manager", "Data analyst", "Coding specialist"], "speed"),
             ("Biostatistics", ["Statistician", "Statistical programmer"], "speed"),
             ("Therapeutic strategy", ["Therapeutic expert", "Medical writer"], "collaboration"),
             ("Regulatory services", ["Regulatory specialist", "Submissions manager"], "collaboration"),
             ("Safety", ["Safety associate", "Safety physician"], "speed"),
             ("Finance", ["Contract analyst", "Controller"], "value"),
             ("Human resources", ["Human resources partner", "Trainer"], "living"),
             ("Information systems", ["Systems engineer", "Support specialist"], "living"),
             ("Corporate development", ["Business analyst", "Alliance coordinator"], "value")],
}
def _plain(text):
    """Letters without their accents, for addresses."""
    text = text.lower().replace("ł", "l").replace("ø", "o").replace("ı", "i")
    return "".join(letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter))


def _roles(text):
    grants = []
    for word in text.split():
        role, _, theme = word.partition(":")
        grants.append({"role": role, "theme": theme} if theme else {"role": role})
    return grants


def _seats(text):
    return [dict(zip(("body", "role"), word.split(":"))) for word in text.split()]


def people(generator):
    """520: four of Lindqvist, 236 of Aldermere, 280 of Halden Clinical."""
    rows = [{"organisation": o, "email": e, "given_name": g, "family_name": f, "title": t, "department": d, "location": p, "roles": _roles(r),
             **({"seats": _seats(s)} if s else {})} for o, e, g, f, t, d, p, r, s in _NAMED]
    taken = {row["email"] for row in rows}
    pick = lambda items: items[int(generator.random() * len(items))]
    for organisation, total, families, address in ((ALDERMERE, 236, _FAMILY_EUROPE * 3 + _FAMILY_WORLD, a), (HALDEN, 280, _FAMILY_WORLD * 2 + _FAMILY_EUROPE, h)):
        count = sum(row["organisation"] == organisation for row in rows)
        while count < total:
            given, family = pick(_GIVEN), pick(families)
            email = address(_plain(f"{given}.{family}"))
            department, titles, theme = pick(_WORK[organisation])
            title, place, chance = pick(titles), pick(_PLACES[organisation]), generator.random()
            if email in taken:
                continue
            taken.add(email)
            count += 1
            roles = "employee" if chance < 0.72 else f"team_member:{theme}" if chance < 0.96 else "ambassador"
            rows.append({"organisation": organisation, "email": email, "given_name": given, "family_name": family, "title": title, "department": department,
                         "location": place, "roles": _roles(roles)})
    return rows
