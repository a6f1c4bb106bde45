#!/usr/bin/env python3
"""Figures of the second edition by other means than the engine's. Run it from anywhere: it writes ../fixtures/second.json.

Only Python's standard library is used. Where the engine has a closed form this program adds up, lot by lot or term by term;
where the engine searches it tries everything; where the engine draws it goes through a dense grid of quantiles.
"""

import itertools
import json
import math
from fractions import Fraction
from pathlib import Path
from statistics import NormalDist

NORMAL = NormalDist()
Z90 = NORMAL.inv_cdf(0.9)
CASES = []


def case(kind, about, given, found, within=1e-9):
    CASES.append({"kind": kind, "about": about, "given": given, "found": found, "within": within})


# Ranges --------------------------------------------------------------------------------------------------------------

SHARE, ABOVE_ZERO, GROWTH, NONE = (0.0, 1.0), (0.0, math.inf), (-1.0, math.inf), (-math.inf, math.inf)


def three(x):
    return tuple(x) if isinstance(x, (list, tuple)) else (x, x, x)


def draw(x, bounds, z):
    """The number that belongs to a normal score: geometric steps between what lies beyond the bounds on both sides."""
    low, likely, high = three(x)
    end, (least, most) = (high if z > 0 else low), bounds
    if end == likely:
        return likely
    steps = abs(z) / Z90
    if math.isinf(least) or not all(least < y < most for y in (likely, end)):
        return min(max(likely + steps * (end - likely), least), most)
    if math.isinf(most):
        return least + (likely - least) * ((end - least) / (likely - least)) ** steps
    here, there = ((y - least) / (most - y) for y in (likely, end))
    odds = here * (there / here) ** steps
    return (least + most * odds) / (1 + odds)


# Statements and one run of them --------------------------------------------------------------------------------------

EXAMPLE = {
    "period": 1, "horizon": 24, "clients": 80, "revenue": 1500, "margin": 0.65, "churn": 0.04, "cac": 9000,
    "budget": 45000, "keep": 0.3, "one_off": 12000, "one_off_months": 4, "discount": 0.1, "growth": 0.04,
    "keep_today": 10000, "churn_idle": 0.06, "churn_best": 0.015, "win_today": 36000, "won_most": 9,
}
ANSWERS = ("keep_today", "churn_idle", "churn_best", "win_today", "won_most")
BARE = {key: value for key, value in EXAMPLE.items() if key not in ANSWERS}
RANGES = ("clients", "revenue", "margin", "churn", "cac", "budget", "one_off", "discount", "growth") + ANSWERS
PER_PERIOD = ("revenue", "budget", "keep_today", "win_today", "won_most")
CHURNS = ("churn", "churn_idle", "churn_best")


def stated(base=EXAMPLE, **changes):
    return {**base, **changes}


def per_month(name, x, months):
    if name in PER_PERIOD:
        return x / months
    if name in CHURNS:
        return 1 - (1 - x) ** (1 / months)
    if name in ("discount", "growth"):
        return (1 + x) ** (1 / 12) - 1
    return x


class Run:
    """A statement in one run: what is drawn, and what the budget does. `inside` is taken from the money for keeping."""

    def __init__(self, s, z=None, keep=None, inside=0.0):
        months = {k: tuple(per_month(k, x, s["period"]) for x in three(s[k])) for k in RANGES if k in s}
        likely = {k: v[1] for k, v in months.items()}
        bounds = {"margin": SHARE, "churn": SHARE, "growth": GROWTH}
        self.answered = "won_most" in s
        if self.answered:
            bounds["churn_idle"] = (likely["churn"], 1.0)
            bounds["churn_best"] = (0.0, likely["churn"])
            bounds["won_most"] = (likely["win_today"] / likely["cac"], math.inf)
        x = {k: draw(v, bounds.get(k, ABOVE_ZERO), (z or {}).get(k, 0.0)) for k, v in months.items()}
        self.s, self.x, self.likely, self.inside = s, x, likely, inside
        self.margin = x["revenue"] * x["margin"]
        self.keep = x["budget"] * (s["keep"] if keep is None else keep)
        self.win = x["budget"] - self.keep
        self.per_client = (self.keep - inside) / max(x["clients"], 1.0)
        self.churn = self.churn_at(self.per_client)
        self.won = self.won_for(self.win)
        self.cac = self.win / self.won if self.win else x["cac"]

    def churn_at(self, spent):
        x = self.x
        if not self.answered:
            return x["churn"]
        best, idle, today = x["churn_best"], x["churn_idle"], x["keep_today"] / max(x["clients"], 1.0)
        share = (self.likely["churn"] - best) / (idle - best)
        return min(1.0, x["churn"] / self.likely["churn"] * (best + (idle - best) * share ** (spent / today)))

    def won_for(self, win):
        x, likely = self.x, self.likely
        if not self.answered:
            return win / x["cac"] if win else 0.0
        missed = 1 - likely["win_today"] / likely["cac"] / x["won_most"]
        most = x["won_most"] * x["win_today"] / likely["win_today"] * likely["cac"] / x["cac"]
        return most * (1 - missed ** (win / x["win_today"]))

    @property
    def floor(self):
        return self.x["churn"] / self.likely["churn"] * self.x["churn_best"] if self.answered else 0.0


class Ledger:
    """A plan lot by lot: clients whose terms begin in the same month are followed through them.

    `groups` are those who are alike: their share, their churn from the level of churn, their margin. `beside`, `once` and `own`
    are what initiatives cost and win. Nothing is won from `won_until` on."""

    def __init__(self, run, months, groups=None, beside=0.0, once=0.0, own=0.0, won_until=math.inf):
        s, x = run.s, run.x
        b, after, fixed = s.get("term", 1), s.get("when") == "after", s.get("keep_follows") == "fixed"
        groups = groups or [(1.0, lambda level: level, run.margin)]
        self.flows = []  # (month by whose end it counts, moment, sum)
        self.clients, self.kept = [x["clients"]], [1.0]
        lots = []
        for group, (share, _, _) in enumerate(groups):
            for ago in range(b):
                many = x["clients"] * share / b
                lots.append({"group": group, "began": -ago, "many": many, "first": True, "churns": [None] * ago})
                if after and ago:
                    self.flows.append((b - ago, b - ago, many * b * run.margin * (1 + x["growth"]) ** -ago))
        parts = max(s["one_off_months"], 1)
        for t in range(months):
            winning = t < won_until
            for group, (share, _, _) in enumerate(groups):
                if winning and run.won + own:
                    many = (run.won + own) * share
                    lots.append({"group": group, "began": t, "many": many, "first": False, "churns": []})
            for lot in lots:
                if lot["began"] == t:
                    sum_ = lot["many"] * b * groups[lot["group"]][2] * (1 + x["growth"]) ** t
                    self.flows.append((t + b, t + b, sum_) if after else (t + 1, t, sum_))
            there = sum(lot["many"] for lot in lots)
            spent = (run.keep - run.inside) / max(there, 1.0) if fixed else run.per_client
            level = run.churn_at(spent) if fixed else run.churn
            out = (run.keep if fixed else spent * there + run.inside) + beside
            out += (run.win if winning else 0.0) + (x["one_off"] / parts if t < parts else 0.0) + (once if t == 0 else 0.0)
            self.flows.append((t + 1, t, -out))
            for lot in lots:
                churn = groups[lot["group"]][1](level)
                lot["churns"] = [churn if c is None else c for c in lot["churns"]] + [churn]
                if len(lot["churns"]) == b:
                    lot["many"] *= math.prod(1 - c for c in lot["churns"])
                    lot["began"], lot["churns"] = t + 1, []
            self.clients.append(sum(lot["many"] for lot in lots))
            self.kept.append(sum(lot["many"] for lot in lots if lot["first"]) / x["clients"] if x["clients"] else 1.0)
        self.discount = x["discount"]

    def profit(self, months, discount=None):
        d = self.discount if discount is None else discount
        return sum(v / (1 + d) ** at for by, at, v in self.flows if by <= months)


def plan_found(s):
    run = Run(s)
    ledger = Ledger(run, s["horizon"])
    return {
        "profit": ledger.profit(s["horizon"]), "clients": ledger.clients[-1], "kept": ledger.kept[-1],
        "churn": run.churn, "won": run.won, "cac": run.cac,
    }


# Sums that have a tail -----------------------------------------------------------------------------------------------


def ln_gamma_ratio(z, h):
    return math.lgamma(z + h) - math.lgamma(z)


def survival(model, t):
    kind = model["family"]
    if kind == "constant":
        return (1 - model["churn"]) ** t
    if kind == "dw":
        return (1 - model["theta"]) ** (t ** model["c"])
    u = t ** model.get("c", 1.0)
    a, b = model["alpha"], model["beta"]
    if u > 1e7:
        return math.exp(ln_gamma_ratio(b, a) - a * math.log(b + u + (a - 1) / 2))
    return math.exp(ln_gamma_ratio(b, u) - ln_gamma_ratio(a + b, u))


def payments(model, q, terms=200_000):
    total, factor = 0.0, 1.0
    for t in range(terms):
        part = survival(model, t) * factor
        total += part
        factor *= q
        if part < 1e-18 * total:
            break
    return total


# Cases ---------------------------------------------------------------------------------------------------------------


def ranges():
    probs = [0.005, 0.1, 0.3, 0.5, 0.62, 0.9, 0.97]
    for about, x, name, bounds in (
        ("a share keeps inside its bounds", [0.6, 0.72, 0.78], "share", SHARE),
        ("a share near nothing", [0.001, 0.004, 0.03], "share", SHARE),
        ("money is bounded below only", [120, 150, 400], "above_zero", ABOVE_ZERO),
        ("an end at the bound is drawn on the plain scale and held there", [0, 20, 30], "above_zero", ABOVE_ZERO),
        ("growth may be negative", [-0.2, 0.01, 0.05], "growth", GROWTH),
        ("an effect has no bounds", [-0.002, 0.004, 0.012], "none", NONE),
        ("bounds of one's own", [0.31, 0.35, 0.5], [0.3, 0.9], (0.3, 0.9)),
        ("only one side is uncertain", [0.4, 0.4, 0.7], "share", SHARE),
    ):
        found = [draw(x, bounds, NORMAL.inv_cdf(p)) for p in probs]
        case("quantiles", about, {"range": x, "bounds": name, "probs": probs}, found)
    for x in ([-0.002, 0.004, 0.012], [1, 2, 2], [5, 5, 5]):
        below, above = (x[1] - x[0]) / Z90, (x[2] - x[1]) / Z90
        step = 1 / 200_000
        zs = [NORMAL.inv_cdf(step * (i + 0.5)) for i in range(200_000)]
        values = [x[1] + z * (above if z > 0 else below) for z in zs]
        mean = math.fsum(values) * step
        deviation = math.sqrt(max(math.fsum((v - mean) ** 2 for v in values) * step, 0.0))
        case("moments", "two halves of normal distributions", {"range": x}, {"mean": mean, "deviation": deviation}, 2e-4)


def effects():
    scores = {"budget": 0.7, "clients": -1.0, "churn": 0.9, "cac": -0.4, "churn_idle": 1.4, "churn_best": -0.6, "won_most": 2.0, "keep_today": -0.8, "win_today": 1.1}
    wide = stated(
        clients=[70, 80, 95], churn=[0.03, 0.04, 0.055], cac=[8000, 9000, 11500], budget=[38000, 45000, 60000],
        churn_idle=[0.045, 0.06, 0.09], churn_best=[0.008, 0.015, 0.03], won_most=[6, 9, 15], keep_today=[9000, 10000, 12000],
        win_today=[30000, 36000, 40000],
    )
    for about, s, z in (
        ("everything drawn", wide, scores),
        ("by quarters", stated(wide, period=3), {"churn_idle": -2.5, "churn": -0.2}),
        ("an answer whose low end touches today's churn", stated(churn_idle=[0.04, 0.06, 0.08]), {"churn_idle": -1.9}),
        ("nothing for keeping", stated(keep=0.0), {}),
        ("nothing for winning", stated(keep=1.0), {}),
        ("no answers", stated(BARE, churn=[0.03, 0.04, 0.06]), {"churn": 1.0}),
    ):
        run = Run(s, z)
        found = {"keep": run.keep, "win": run.win, "per_client": run.per_client, "churn": run.churn, "won": run.won, "cac": run.cac}
        case("effect", about, {"statement": s, "scores": z}, found)


def plans():
    for about, s in (
        ("monthly in advance", EXAMPLE),
        ("nobody said what spending does", BARE),
        ("a fixed sum for keeping", stated(keep_follows="fixed")),
        ("a fixed sum without answers", stated(BARE, keep_follows="fixed")),
        ("paid after each month", stated(when="after")),
        ("paid a quarter in advance", stated(term=3)),
        ("paid a year after", stated(term=12, when="after", horizon=30)),
        ("a year in advance and a fixed sum", stated(term=12, keep_follows="fixed", horizon=20)),
        ("a fixed sum, quarters after", stated(term=3, when="after", keep_follows="fixed", horizon=13)),
        ("stated a year, growing fast", stated(
            period=12, revenue=18000, churn=0.3, budget=540000, growth=0.5, keep_today=120000, churn_idle=0.5,
            churn_best=0.1, win_today=430000, won_most=100)),
        ("less than one client", stated(clients=0.4, keep_follows="fixed")),
    ):
        case("plan", about, {"statement": s}, plan_found(s), 1e-10)


def left():
    for about, s in (
        ("monthly in advance", EXAMPLE),
        ("after each month", stated(when="after", horizon=5)),
        ("a quarter in advance, amid a term", stated(term=3, horizon=13)),
        ("a year after, amid a term", stated(term=12, when="after", horizon=17)),
        ("growing", stated(growth=0.09, horizon=12)),
    ):
        run, horizon = Run(s), s["horizon"]
        whole = Ledger(run, 5000, won_until=horizon)
        profit = Ledger(run, horizon).profit(horizon)
        case("left", about, {"statement": s}, {"profit": profit, "left": whole.profit(5000) - profit}, 1e-8)


def clients():
    for about, given in (
        ("monthly in advance", {"margin": 975, "churn": 0.04, "discount": 0.008, "keep": 168.75, "cac": 9500}),
        ("a quarter in advance, growing", {"margin": 975, "churn": 0.04, "discount": 0.008, "growth": 0.003, "keep": 168.75, "cac": 9500, "term": 3}),
        ("a year after", {"margin": 400, "churn": 0.02, "discount": 0.01, "keep": 50, "cac": 4000, "term": 12, "when": "after"}),
        ("prices fall", {"margin": 975, "churn": 0.01, "discount": 0.004, "growth": -0.01, "keep": 200, "cac": 9500}),
        ("keeping costs more at first", {"margin": 100, "churn": 0.01, "discount": 0.01, "growth": 0.015, "keep": 110, "cac": 1200}),
        ("never back", {"margin": 100, "churn": 0.1, "discount": 0.01, "keep": 60, "cac": 1200}),
        ("keeping costs more than it brings", {"margin": 100, "churn": 0.1, "discount": 0.01, "keep": 160, "cac": 500}),
    ):
        b, after = given.get("term", 1), given.get("when") == "after"
        m, R, g, d, c = given["margin"], given["keep"], given.get("growth", 0.0), given["discount"], given["churn"]
        gross = net = 0.0
        income, cost = b * m / (1 + d) ** (b if after else 0), sum(R / (1 + d) ** i for i in range(b))
        for _ in range(60_000):
            gross += income
            net += income - cost
            income *= ((1 - c) * (1 + g) / (1 + d)) ** b
            cost *= ((1 - c) / (1 + d)) ** b

        def earned(n, keep):
            """Net income of n terms, n real: each term is worth q of the one before."""
            def total(q):
                return n if q == 1 else (1 - q ** n) / (1 - q)
            first = b * m / (1 + d) ** (b if after else 0)
            cost = keep * sum(1 / (1 + d) ** i for i in range(b))
            return first * total(((1 - c) * (1 + g) / (1 + d)) ** b) - cost * total(((1 - c) / (1 + d)) ** b)

        def payback(keep):
            n = 0.0
            while earned(n, keep) < given["cac"]:
                n += 0.25
                if n > 4000:
                    return None, None
            low, high = n - 0.25, n
            for _ in range(100):
                middle = (low + high) / 2
                low, high = (low, middle) if earned(middle, keep) >= given["cac"] else (middle, high)
            return high, (math.ceil(high) - (0 if after else 1)) * b

        (pg, mg), (pn, mn) = payback(0.0), payback(R)
        found = {"gross": gross, "net": net, "payments_gross": pg, "month_gross": mg, "payments_net": pn, "month_net": mn}
        case("client", about, given, found, 1e-8)


def keeping():
    for about, s in (("as stated", EXAMPLE), ("nothing spent", stated(keep=0.0)), ("a lot", stated(keep=0.8))):
        run = Run(s)
        h = run.x["keep_today"] / run.x["clients"] * 1e-5
        ahead = [run.churn_at(run.per_client + i * h) for i in range(3)]
        slope = (3 * ahead[0] - 4 * ahead[1] + ahead[2]) / (2 * h)
        gap = run.churn_at(0.0) - run.churn
        found = {"kept": run.per_client / (1 - run.churn), "saved": run.per_client / gap if run.per_client else 1 / slope, "one_more": 1 / slope, "saved_clients": run.x["clients"] * gap}
        case("keeping", about, {"statement": s}, found, 1e-7)


def cash_and_share():
    for about, s in (("falls and is not back", stated(clients=5, one_off=100000)), ("falls and is back", stated(clients=60, horizon=60, one_off=60000)), ("never falls", stated(budget=5000, one_off=0)), ("paid after a year", stated(term=12, when="after", horizon=36))):
        ledger = Ledger(Run(s), s["horizon"])
        cash = [ledger.profit(t, 0.0) for t in range(s["horizon"] + 1)]
        lowest = cash.index(min(cash))
        back = next((t for t in range(lowest, len(cash)) if cash[t] >= 0), None)
        case("cash", about, {"statement": s}, {"month": lowest, "cash": cash[lowest], "back": back})
    for about, s in (("a hill", EXAMPLE), ("all for winning", stated(churn_idle=0.041, churn_best=0.039, keep_today=30000)), ("a fixed sum", stated(keep_follows="fixed"))):
        def profit(share):
            return Ledger(Run(s, keep=share), s["horizon"]).profit(s["horizon"])
        low, high, steps = 0.0, 1.0, 40
        for _ in range(9):
            grid = [low + (high - low) * i / steps for i in range(steps + 1)]
            top = max(grid, key=profit)
            low, high = max(top - (high - low) / steps, 0.0), min(top + (high - low) / steps, 1.0)
        best = profit(top)

        def edge(direction):
            good, bad = top, top
            while profit(bad) >= best - 0.03 * abs(best):
                good, bad = bad, bad + direction * 0.01
                if not 0 <= bad <= 1:
                    bad = min(max(bad, 0.0), 1.0)
                    if profit(bad) >= best - 0.03 * abs(best):
                        return bad
            for _ in range(60):
                middle = (good + bad) / 2
                good, bad = (middle, bad) if profit(middle) >= best - 0.03 * abs(best) else (good, middle)
            return good

        found = {"top": best, "top_share": top, "from": edge(-1), "to": edge(1), "loss_now": best - profit(s["keep"])}
        case("best_share", about, {"statement": s}, found, 1e-5)


def comparison():
    """Exact quantiles of the difference of two plans, from the joint distribution of what is uncertain, on a grid."""
    a = stated(BARE, churn=[0.03, 0.04, 0.055], growth=0.0, revenue=[1400, 1500, 1650])
    apart = stated(a, churn=[0.028, 0.038, 0.05])
    size = 120
    zs = [NORMAL.inv_cdf((i + 0.5) / size) for i in range(size)]

    def quick(run):
        v, r, p, n = 1 / (1 + run.x["discount"]), 1 - run.churn, 0.0, run.x["clients"]
        for t in range(run.s["horizon"]):
            n += run.won
            once = run.x["one_off"] / run.s["one_off_months"] if t < run.s["one_off_months"] else 0.0
            p += (n * run.margin - run.per_client * n - run.win - once) * v ** t
            n *= r
        return p

    shared = [[quick(Run(a, {"churn": x, "revenue": y})) for y in zs] for x in zs]
    other = [[quick(Run(apart, {"churn": x, "revenue": y})) for y in zs] for x in zs]
    for about, pairs in (
        ("churn apart, revenue shared", lambda: (other[j][k] - shared[i][k] for i in range(size) for j in range(size) for k in range(0, size, 4))),
        ("churn linked, revenue shared", lambda: (other[i][k] - shared[i][k] for i in range(size) for k in range(size))),
    ):
        values = sorted(pairs())
        at = [values[int(p * len(values))] for p in (0.1, 0.5, 0.9)]
        wins = sum(v > 0 for v in values) / len(values)
        spread = at[2] - at[0]
        found = {"quantiles": at, "wins": wins}
        case("comparison", about, {"a": a, "b": apart, "link": "linked" in about}, found, spread * 0.05)


def losses():
    for about, given in (
        ("net of churn", {"revenues": [900, 300, 500, 250], "lost": 0, "won": 3, "pays": 120, "churn": 0.03, "cac": 700, "gross_margin": 0.7, "discount": 0.01}),
        ("without churn", {"revenues": [900, 300], "lost": 1, "won": 0.5, "pays": 200, "churn": 0.0, "cac": 700, "gross_margin": 0.7, "discount": 0.0}),
        ("never refilled", {"revenues": [900, 300], "lost": 1, "won": 0.1, "pays": 200, "churn": 0.05, "cac": 700, "gross_margin": 0.7, "discount": 0.01}),
    ):
        all_, x = sum(given["revenues"]), given["revenues"][given["lost"]]
        revenue, months, lost, factor = all_ - x, 0, 0.0, 1.0
        while revenue < all_ and months < 100_000:
            lost += given["gross_margin"] * (all_ - revenue) * factor
            before, revenue = revenue, revenue * (1 - given["churn"]) + given["won"] * given["pays"]
            factor /= 1 + given["discount"]
            months += 1
            if revenue <= before:
                months = None
                break
        found = {"share": x / all_, "clients": x / given["pays"], "cost": x / given["pays"] * given["cac"], "whole_months": months, "margin_lost": lost if months else None}
        case("loss", about, given, found)


def bridges():
    accounts = [
        {"revenue": [40, 40, 55, 0, 0, 55, 60]},
        {"revenue": [0, 0, 0, 30, 30, 0, 25], "cancelled": 4},
        {"revenue": [90, 80, 80, 80, 0, 0, 0], "cancelled": 2},
        {"revenue": [10, 0, 10, 0, 0, 0, 10]},
        {"revenue": [25]},
        {"revenue": [0, 70, 70, 70, 75, 75, 75]},
    ]
    for vendor, months, (start, end) in itertools.product(("profitwell", "maxio"), (1, 3), ((0, 6), (2, 6), (3, 3))):
        columns = range(start + 1, end + 1)
        tables = []
        for account in accounts:
            row = account["revenue"] + [0] * (7 - len(account["revenue"]))
            at = account.get("cancelled")
            if vendor == "maxio" and at is not None:
                while at < 7 and row[at] > 0:
                    row[at] = 0
                    at += 1
            tables.append(row)
        sums = dict.fromkeys(("new", "reactivation", "expansion", "contraction", "churned"), 0)
        nrr = []
        for column in columns:
            for row in tables:
                was, now = row[column - 1], row[column]
                if was == 0 and now > 0:
                    earlier = [k for k in range(column) if row[k] > 0]
                    away = (column - earlier[-1] - 1) * months * 365.25 / 12 if earlier else None
                    back = away is not None and (vendor == "profitwell" or away <= 90)
                    sums["reactivation" if back else "new"] += now
                elif now == 0:
                    sums["churned"] += was
                elif now > was:
                    sums["expansion"] += now - was
                else:
                    sums["contraction"] += was - now
            there = [row for row in tables if row[column - 1] > 0]
            nrr.append(sum(row[column] for row in there) / sum(row[column - 1] for row in there))
        found = {**sums, "start": sum(row[start] for row in tables), "end": sum(row[end] for row in tables), "step_nrr": nrr, "nrr": math.prod(nrr)}
        case("bridge", f"{vendor}, {months} months a column, {start} to {end}", {"accounts": accounts, "vendor": vendor, "months": months, "start": start, "end": end}, found)
    for start, end in ((0, 6), (3, 6), (4, 5)):
        sums = dict.fromkeys(("new", "reactivation", "expansion", "contraction", "churned"), 0)
        pairs = []
        for account in accounts:
            row = account["revenue"] + [0] * (7 - len(account["revenue"]))
            was, now = row[start], row[end]
            pairs.append((was, now))
            if was == 0:
                sums["reactivation" if any(row[:start]) else "new"] += now
            elif now == 0:
                sums["churned"] += was
            else:
                sums["expansion"] += max(now - was, 0)
                sums["contraction"] += max(was - now, 0)
        first = sum(was for was, _ in pairs)
        there = [(was, now) for was, now in pairs if was]
        found = {**sums, "start": first, "end": sum(now for _, now in pairs), "nrr": sum(now for _, now in there) / first, "grr": sum(map(min, there)) / first, "logo": sum(now > 0 for _, now in there) / len(there), "baremetrics": 1 - (sums["churned"] - sums["expansion"]) / first}
        case("two_ends", f"columns {start} and {end}", {"accounts": accounts, "start": start, "end": end}, found)


def initiatives():
    four = [
        {"cost_once": 4000, "cost_per_month": 300, "reach": 0.5, "churn_cut": 0.008},
        {"cost_once": 0, "cost_per_month": 900, "reach": 0.8, "churn_cut": 0.02, "margin_gain": -15},
        {"cost_once": 2500, "cost_per_month": 0, "reach": 1.0, "churn_cut": -0.001, "margin_gain": 60, "won": 0.2},
        {"cost_once": 1000, "cost_per_month": 1500, "reach": 0.3, "churn_cut": 0.012, "inside": True},
    ]
    no_inside = [{**one, "inside": False} for one in four]
    for about, s, chosen in (
        ("four that overlap, one paid from the keeping budget", EXAMPLE, four),
        ("one alone", EXAMPLE, four[:1]),
        ("without answers churn may fall to nothing", stated(BARE, churn=0.02), no_inside),
        ("by quarters, paid a quarter in advance", stated(EXAMPLE, term=3, horizon=18), no_inside[:3]),
    ):
        def profit(picked):
            run = Run(s, inside=sum(one["cost_per_month"] for one in picked if one.get("inside")))
            groups = []
            for reached in itertools.product((False, True), repeat=len(picked)):
                share = math.prod(one["reach"] if hit else 1 - one["reach"] for one, hit in zip(picked, reached))
                hits = [one for one, hit in zip(picked, reached) if hit]

                def churn(level, hits=hits):
                    span = level - run.floor
                    rest = math.prod(1 - min(1, one["churn_cut"] / span) for one in hits)
                    return min(1, run.floor + span * rest)
                if share:
                    groups.append((share, churn, max(run.margin + sum(one.get("margin_gain", 0) for one in hits), 0)))
            how = {
                "beside": sum(one["cost_per_month"] for one in picked if not one.get("inside")),
                "once": sum(one["cost_once"] for one in picked),
                "own": sum(one.get("won", 0) for one in picked),
            }
            return Ledger(run, s["horizon"], groups=groups, **how).profit(s["horizon"]), run, groups
        without = profit([])[0]
        alone = [profit([one])[0] - without for one in chosen]

        def together(picked):
            return min(profit(picked)[0] - without, sum(alone[chosen.index(one)] for one in picked))
        everything, run, groups = profit(chosen)
        found = {
            "alone": alone, "direct": everything - without, "combined": together(chosen), "churn": run.churn,
            "marginal": [together(chosen) - together([other for other in chosen if other is not one]) for one in chosen],
            "lowest_churn": min(churn(run.churn) for _, churn, _ in groups),
        }
        case("initiatives", about, {"statement": s, "chosen": chosen}, found, 1e-8)


def tests():
    def sizes(p1, p2, k, alpha, power):
        P = (p1 + k * p2) / (1 + k)
        za, zb = NORMAL.inv_cdf(1 - alpha / 2), NORMAL.inv_cdf(power)
        root = za * math.sqrt((1 + 1 / k) * P * (1 - P)) + zb * math.sqrt(p1 * (1 - p1) + p2 * (1 - p2) / k)
        n1 = (root / (p1 - p2)) ** 2
        return n1, k * n1
    for churn, changed, months, k, alpha, power in ((0.04, 0.03, 6, 1.0, 0.05, 0.8), (0.02, 0.026, 12, 0.25, 0.1, 0.9), (0.05, 0.02, 3, 4.0, 0.01, 0.8)):
        n1, n2 = sizes(1 - (1 - churn) ** months, 1 - (1 - changed) ** months, k, alpha, power)
        given = {"churn": churn, "changed": changed, "months": months, "ratio": k, "alpha": alpha, "power": power}
        case("groups", "sizes of two groups", given, {"first": n1, "second": n2})
    for churn, changed, there, reached in ((0.04, 0.02, 900, 0.5), (0.04, 0.02, 900, 0.9), (0.04, 0.035, 200, 0.5)):
        found = None
        for months in range(1, 61):
            n1, n2 = sizes(1 - (1 - churn) ** months, 1 - (1 - changed) ** months, reached / (1 - reached), 0.05, 0.8)
            if math.ceil(n1) <= there * (1 - reached) and math.ceil(n2) <= there * reached:
                found = months
                break
        case("months", "months that a test takes", {"churn": churn, "changed": changed, "there": there, "reached": reached}, found)
    for mean, sd, noise, worth, cost in ((0.003, 0.002, 0.002, 4e6, 15000), (0.006, 0.003, 0.004, 3e6, 9000), (0.001, 0.0005, 0.01, 2e6, 15000)):
        def value(tau):
            """What is earned by deciding after the belief has moved, less what is earned by deciding now."""
            steps = 400_000
            total = turned = 0.0
            for i in range(steps):
                net = worth * (mean + tau * NORMAL.inv_cdf((i + 0.5) / steps)) - cost
                total += max(net, 0.0) / steps
                turned += ((net > 0) != (worth * mean > cost)) / steps
            return total - max(worth * mean - cost, 0.0), turned
        after, turned = value(sd ** 2 / math.sqrt(sd ** 2 + noise ** 2))
        known, _ = value(sd)
        given = {"mean": mean, "deviation": sd, "noise": noise, "worth": worth, "cost": cost}
        case("test_value", "a normal effect", given, {"evsi": after, "evpi": known, "turns": turned, "does": worth * mean > cost}, 2e-3)
    for a, b, n, worth, cost in ((2, 8, 25, 50000, 12000), (30, 10, 12, 1000, 700), (1, 1, 400, 10, 5)):
        now = Fraction(worth * a, a + b) - cost
        total = turned = Fraction(0)
        for k in range(n + 1):
            chance = Fraction(math.comb(n, k))
            for i in range(k):
                chance *= Fraction(a + i, a + b + i)
            for i in range(n - k):
                chance *= Fraction(b + i, a + b + k + i)
            net = Fraction(worth * (a + k), a + b + n) - cost
            total += chance * max(net, 0)
            turned += chance if (net > 0) != (now > 0) else 0
        given = {"a": a, "b": b, "tried": n, "worth": worth, "cost": cost}
        case("trial_value", "a share asked of people", given, {"evsi": float(total - max(now, 0)), "turns": float(turned), "does": now > 0})
    for churn, months, n1, n2 in ((0.03, 12, 200, 600), (0.1, 1, 50, 50)):
        p = 1 - (1 - churn) ** months
        h = 1e-7
        slope = ((1 - (1 - churn - h) ** months) - (1 - (1 - churn + h) ** months)) / (2 * h)
        case("noise", "points of churn a month", {"churn": churn, "months": months, "groups": [n1, n2]}, math.sqrt(p * (1 - p) * (1 / n1 + 1 / n2)) / slope, 1e-6)


MODELS = (
    {"family": "constant", "churn": 0.12},
    {"family": "sbg", "alpha": 1.3, "beta": 5.2},
    {"family": "dw", "theta": 0.2, "c": 0.7},
    {"family": "bdw", "alpha": 0.9, "beta": 2.4, "c": 1.25},
)


def cohorts():
    for model, factor in itertools.product(MODELS, (1.0, 0.6)):
        base, won, m, R, W, d, g, periods = [[0, 90], [2, 40], [5, 12.5]], 14, 60, 6, 900, 0.01, 0.003, 15
        lots = [[age, many] for age, many in base]
        clients, profit, total = [sum(many for _, many in base)], [0.0], 0.0
        for t in range(periods):
            lots.append([0, won])
            there = sum(many for _, many in lots)
            total += (there * (m * (1 + g) ** t - R) - W) / (1 + d) ** t
            for lot in lots:
                lost = 1 - survival(model, lot[0] + 1) / survival(model, lot[0])
                lot[1] *= 1 - min(1, factor * lost)
                lot[0] += 1
            clients.append(sum(many for _, many in lots))
            profit.append(total)
        given = {"model": model, "base": base, "won": won, "margin": m, "keep": R, "win": W, "discount": d, "growth": g, "factor": factor, "periods": periods}
        left = 0.0
        for age, many in lots:
            alive = many
            for t in range(periods, periods + 8000):
                left += alive * (m * (1 + g) ** t - R) / (1 + d) ** t
                before = survival(model, age)
                alive *= 1 - min(1, factor * (1 - survival(model, age + 1) / before)) if before else 0
                age += 1
                if alive * (1 + g) ** t / (1 + d) ** t < 1e-17:
                    break
        case("cohort_plan", f"{model['family']}, churn times {factor}", given, {"clients": clients, "profit": profit, "left": left}, 1e-8)
    for model, (d, g), keep in itertools.product(MODELS, ((0.1, 0.0), (0.08, 0.03)), (0.0, 7.0)):
        q, v = (1 + g) / (1 + d), 1 / (1 + d)
        paid, costs = payments(model, q), payments(model, v)
        inside = sum(survival(model, t) * q ** t for t in range(6)) / paid
        given = {"model": model, "margin": 80, "keep": keep, "discount": d, "growth": g, "observed": 5}
        case("cohort_worth", model["family"], given, {"worth": 80 * paid - keep * costs, "payments": paid, "inside": inside}, 1e-8)
    for model, table_months in ((MODELS[1], 12), (MODELS[3], 3)):
        s = stated(BARE, horizon=18, growth=0.02)
        run = Run(s)
        base = [[0, 50], [1, 20], [3, 10]]
        lots = [[age * table_months, run.x["clients"] * many / 80] for age, many in base]
        profit, d = 0.0, run.x["discount"]
        for t in range(s["horizon"]):
            lots.append([0, run.won])
            there = sum(many for _, many in lots)
            once = run.x["one_off"] / 4 if t < 4 else 0.0
            profit += (there * (run.margin * (1 + run.x["growth"]) ** t - run.per_client) - run.win - once) / (1 + d) ** t
            for lot in lots:
                n = lot[0] // table_months
                lot[1] *= (survival(model, n + 1) / survival(model, n)) ** (1 / table_months)
                lot[0] += 1
        found = {"profit": profit, "clients": sum(many for _, many in lots)}
        case("ageing", f"a table of {table_months} months", {"statement": s, "model": model, "table_months": table_months, "base": base}, found)


def long_lives():
    """Undiscounted lifetimes of discrete Weibulls: by hand where the sum is short, by the area in logarithms where it is not."""
    for theta, c in ((0.3, 0.5), (0.05, 1.6), (0.6, 0.35)):
        case("weibull_life", "summed", {"theta": theta, "c": c}, payments({"family": "dw", "theta": theta, "c": c}, 1.0, 3_000_000), 1e-8)
    for theta, c in ((0.1, 0.08), (0.02, 0.1), (0.3, 0.05)):
        ln_lambda = math.log(-math.log1p(-theta))
        # Simpson's rule over y = ln t of t S(t), whose hill is at t^c = 1/(c lambda).
        top = (-math.log(c) - ln_lambda) / c
        low, high, steps = top - 60 / math.sqrt(c), top + 60 / math.sqrt(c), 200_000
        h = (high - low) / steps
        peak = top - math.exp(ln_lambda + c * top)

        def height(y):
            return math.exp(y - math.exp(min(ln_lambda + c * y, 700)) - peak)
        total = math.fsum(height(low + i * h) * (1 if i in (0, steps) else 4 if i % 2 else 2) for i in range(steps + 1)) * h / 3
        case("weibull_life", "by its area", {"theta": theta, "c": c}, total * math.exp(peak), 1e-9)


def verdicts():
    parameters = {"constant": 1, "sbg": 2, "dw": 2, "bdw": 3}
    contains = {"constant": (), "sbg": ("constant",), "dw": ("constant",), "bdw": ("constant", "sbg", "dw")}
    for fits, n in (
        ({"constant": -900.0, "sbg": -897.5, "dw": -897.2, "bdw": -896.9}, 300),
        ({"constant": -900.0, "sbg": -890.0, "dw": -889.9, "bdw": -884.0}, 300),
        ({"constant": -900.0, "sbg": -898.2, "dw": -898.9, "bdw": -891.0}, 120),
        ({"sbg": -640.0, "dw": -640.0, "bdw": -639.5}, 80),
        ({"constant": -500.0, "sbg": -497.9, "dw": -498.4, "bdw": -497.8}, 40),
        ({"bdw": -77.0}, 40),
    ):
        def aic(name):
            return 2 * parameters[name] - 2 * fits[name]
        now = min(fits, key=lambda name: (parameters[name], aic(name)))
        while True:
            fuller = []
            for name in fits:
                more, ratio = parameters[name] - parameters[now], 2 * (fits[name] - fits[now])
                needed = {1: max(4, math.log(n)), 2: max(6, 2 * math.log(n))}.get(more, math.inf)
                if now in contains[name] and ratio > needed:
                    fuller.append(name)
            if not fuller:
                break
            now = min(fuller, key=lambda name: (parameters[name], aic(name)))
        lowest = min(map(aic, fits))
        supported = [name for name in parameters if name in fits and (aic(name) <= lowest + 2 + 1e-9 or name == now)]
        case("verdict", f"{n} clients", {"fits": fits, "customers": n}, {"verdict": now, "supported": supported})


def splits():
    def rate(curve, spent):
        return curve[0] + (curve[1] - curve[0]) * (1 - math.exp(-curve[2] * spent))

    two = {"budget": 60000, "m": 300, "d": 0.08, "customers": 150, "prospects": 900, "win": [0.0, 0.25, 0.012], "keep": [0.55, 0.88, 0.006]}
    three_ways = {**two, "lost": 60, "restore": [0.05, 0.5, 0.008]}
    for about, given in (
        ("two ways, the budget binds", two),
        ("two ways, too much money", {**two, "budget": 500000}),
        ("three ways", three_ways),
        ("customers are worth nothing", {**three_ways, "m": 4, "keep": [0.2, 0.25, 0.0001], "budget": 9000}),
        ("keeping works at once and never again", {**two, "keep": [0.5, 0.9, 2.0]}),
    ):
        B, N, P, d, m = (given[k] for k in ("budget", "customers", "prospects", "d", "m"))
        L, back = given.get("lost", 0), given.get("restore", [0, 0, 1])

        def value(k, w, r):
            kept = rate(given["keep"], k / N)
            each = (m * (1 + d) - k / N) / (1 + d - kept)
            base = N * (m * kept - k / N) / (1 + d - kept)
            return base + (P * rate(given["win"], w / P) + (L * rate(back, r / L) if L else 0)) * each - w - r

        def search(all_):
            """Coarse to fine over the money for keeping and for winning; the third part is the rest, or a third search."""
            def best_rest(k):
                rest, found = B - k, (-math.inf, 0.0, 0.0)
                span = [(0.0, rest)]
                for _ in range(7):
                    low, high = span[-1]
                    candidates = []
                    for i in range(31):
                        w = low + (high - low) * i / 30
                        if not L:
                            candidates.append((value(k, rest if all_ else w, 0.0), rest if all_ else w, 0.0))
                        elif all_:
                            candidates.append((value(k, w, rest - w), w, rest - w))
                        else:
                            a, b = 0.0, rest - w
                            for _ in range(60):
                                x, y = a + (b - a) / 3, b - (b - a) / 3
                                a, b = (a, y) if value(k, w, x) >= value(k, w, y) else (x, b)
                            candidates += [(value(k, w, r), w, r) for r in (0.0, a, rest - w)]
                    found = max(found, max(candidates))
                    width = (high - low) / 30
                    span.append((max(found[1] - width, 0.0), min(found[1] + width, rest)))
                return found
            ks = sorted({0.0, B} | {B * (i / 60) for i in range(61)} | {B * 10 ** (-i / 6) for i in range(1, 31)})
            values = [best_rest(k)[0] for k in ks]
            at = max(range(len(ks)), key=values.__getitem__)
            low, high = ks[max(at - 1, 0)], ks[min(at + 1, len(ks) - 1)]
            for _ in range(34):
                x, y = low + (high - low) / 3, high - (high - low) / 3
                low, high = (low, y) if best_rest(x)[0] >= best_rest(y)[0] else (x, high)
            k = max((low, ks[at], 0.0, B), key=lambda k: best_rest(k)[0])
            v, _, _ = best_rest(k)
            # Where the value is flat the split is loose, so that the value alone is a figure.
            return {"value": v}
        case("split", about, given, {"best": search(False), "all_spent": search(True)}, 2e-5)


def periods():
    s = stated(EXAMPLE, churn=[0.03, 0.04, 0.055])
    for months in (3, 12):
        found = {k: [x * months for x in three(s[k])] for k in PER_PERIOD}
        found |= {k: [1 - (1 - x) ** months for x in three(s[k])] for k in CHURNS}
        case("restated", f"{months} months", {"statement": s, "months": months}, found)
    for churn, cut, start, end in ((0.3, 0.05, 12, 1), (0.04, 0.01, 1, 3), (0.08, -0.02, 3, 12)):
        k = end / start
        case("cut", "points of churn", {"churn": churn, "cut": cut, "from": start, "to": end}, (1 - churn + cut) ** k - (1 - churn) ** k)


for part in (ranges, effects, periods, plans, left, clients, keeping, cash_and_share, comparison, losses, bridges, initiatives, tests, cohorts, long_lives, verdicts, splits):
    part()

target = Path(__file__).resolve().parent.parent / "fixtures" / "second.json"
lines = ",\n".join("  " + json.dumps(one, ensure_ascii=False) for one in CASES)
target.write_text("[\n" + lines + "\n]\n", encoding="utf-8")
print(f"{len(CASES)} cases in {target}")
