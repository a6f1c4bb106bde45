"""Ranges, effects of spending, plans, clients, cash, the best share and comparisons."""

import math

from record import case
from statement import (
    ABOVE_ZERO, BARE, CHURNS, EXAMPLE, GROWTH, NONE, NORMAL, PER_PERIOD, SHARE, Z90, Ledger, Run, draw, stated, three,
)


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
    scores = {"budget": 0.7, "clients": -1.0, "churn": 0.9, "cac": -0.4, "idle_churn": 1.4, "lowest_churn": -0.6, "most_new_clients": 2.0, "retention_spend": -0.8, "acquisition_spend": 1.1}
    wide = stated(
        clients=[70, 80, 95], churn=[0.03, 0.04, 0.055], cac=[8000, 9000, 11500], budget=[38000, 45000, 60000],
        idle_churn=[0.045, 0.06, 0.09], lowest_churn=[0.008, 0.015, 0.03], most_new_clients=[6, 9, 15], retention_spend=[9000, 10000, 12000],
        acquisition_spend=[30000, 36000, 40000],
    )
    for about, s, z in (
        ("everything drawn", wide, scores),
        ("by quarters", stated(wide, period=3), {"idle_churn": -2.5, "churn": -0.2}),
        ("an answer whose low end touches today's churn", stated(idle_churn=[0.04, 0.06, 0.08]), {"idle_churn": -1.9}),
        ("nothing for retention", stated(retention_share=0.0), {}),
        ("nothing for acquisition", stated(retention_share=1.0), {}),
        ("no answers", stated(BARE, churn=[0.03, 0.04, 0.06]), {"churn": 1.0}),
    ):
        run = Run(s, z)
        found = {
            "retention_spend": run.keep, "acquisition_spend": run.win, "retention_per_client": run.per_client,
            "churn": run.churn, "new_clients": run.won, "cac": run.cac,
        }
        case("effect", about, {"statement": s, "scores": z}, found)


def periods():
    s = stated(EXAMPLE, churn=[0.03, 0.04, 0.055])
    for months in (3, 12):
        found = {k: [x * months for x in three(s[k])] for k in PER_PERIOD}
        found |= {k: [1 - (1 - x) ** months for x in three(s[k])] for k in CHURNS}
        case("restated", f"{months} months", {"statement": s, "months": months}, found)
    for churn, cut, start, end in ((0.3, 0.05, 12, 1), (0.04, 0.01, 1, 3), (0.08, -0.02, 3, 12)):
        k = end / start
        case("cut", "points of churn", {"churn": churn, "cut": cut, "from": start, "to": end}, (1 - churn + cut) ** k - (1 - churn) ** k)


def plan_found(s):
    run = Run(s)
    ledger = Ledger(run, s["horizon"])
    return {
        "profit": ledger.profit(s["horizon"]), "clients": ledger.clients[-1], "kept": ledger.kept[-1],
        "churn": run.churn, "new_clients": run.won, "cac": run.cac,
    }


def plans():
    for about, s in (
        ("monthly in advance", EXAMPLE),
        ("without answers about spending", BARE),
        ("a fixed retention budget", stated(retention_budget="fixed")),
        ("a fixed sum without answers", stated(BARE, retention_budget="fixed")),
        ("paid after each month", stated(when="after")),
        ("paid a quarter in advance", stated(term=3)),
        ("paid a year after", stated(term=12, when="after", horizon=30)),
        ("a year in advance and a fixed sum", stated(term=12, retention_budget="fixed", horizon=20)),
        ("a fixed sum, quarters after", stated(term=3, when="after", retention_budget="fixed", horizon=13)),
        ("stated a year, growing fast", stated(
            period=12, revenue=18000, churn=0.3, budget=540000, growth=0.5, retention_spend=120000, idle_churn=0.5,
            lowest_churn=0.1, acquisition_spend=430000, most_new_clients=100)),
        ("less than one client", stated(clients=0.4, retention_budget="fixed")),
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
        case("terminal_value", about, {"statement": s}, {"profit": profit, "terminal_value": whole.profit(5000) - profit}, 1e-8)


def clients():
    for about, given in (
        ("monthly in advance", {"margin": 975, "churn": 0.04, "discount": 0.008, "retention_cost": 168.75, "cac": 9500}),
        ("a quarter in advance, growing", {"margin": 975, "churn": 0.04, "discount": 0.008, "growth": 0.003, "retention_cost": 168.75, "cac": 9500, "term": 3}),
        ("a year after", {"margin": 400, "churn": 0.02, "discount": 0.01, "retention_cost": 50, "cac": 4000, "term": 12, "when": "after"}),
        ("prices fall", {"margin": 975, "churn": 0.01, "discount": 0.004, "growth": -0.01, "retention_cost": 200, "cac": 9500}),
        ("retention costs more at first", {"margin": 100, "churn": 0.01, "discount": 0.01, "growth": 0.015, "retention_cost": 110, "cac": 1200}),
        ("never back", {"margin": 100, "churn": 0.1, "discount": 0.01, "retention_cost": 60, "cac": 1200}),
        ("retention costs more than it brings", {"margin": 100, "churn": 0.1, "discount": 0.01, "retention_cost": 160, "cac": 500}),
    ):
        b, after = given.get("term", 1), given.get("when") == "after"
        m, R, g, d, c = given["margin"], given["retention_cost"], given.get("growth", 0.0), given["discount"], given["churn"]
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
    for about, s in (("as stated", EXAMPLE), ("nothing spent", stated(retention_share=0.0)), ("a lot", stated(retention_share=0.8))):
        run = Run(s)
        h = run.x["retention_spend"] / run.x["clients"] * 1e-5
        ahead = [run.churn_at(run.per_client + i * h) for i in range(3)]
        slope = (3 * ahead[0] - 4 * ahead[1] + ahead[2]) / (2 * h)
        gap = run.churn_at(0.0) - run.churn
        found = {
            "per_kept": run.per_client / (1 - run.churn), "per_saved": run.per_client / gap if run.per_client else 1 / slope,
            "one_more": 1 / slope, "saved_clients": run.x["clients"] * gap,
        }
        case("retention_costs", about, {"statement": s}, found, 1e-7)


def cash_and_share():
    for about, s in (("falls and is not back", stated(clients=5, one_off=100000)), ("falls and is back", stated(clients=60, horizon=60, one_off=60000)), ("never falls", stated(budget=5000, one_off=0)), ("paid after a year", stated(term=12, when="after", horizon=36))):
        ledger = Ledger(Run(s), s["horizon"])
        cash = [ledger.profit(t, 0.0) for t in range(s["horizon"] + 1)]
        lowest = cash.index(min(cash))
        back = next((t for t in range(lowest, len(cash)) if cash[t] >= 0), None)
        case("cash", about, {"statement": s}, {"month": lowest, "cash": cash[lowest], "back": back})
    for about, s in (("a hill", EXAMPLE), ("all for acquisition", stated(idle_churn=0.041, lowest_churn=0.039, retention_spend=30000)), ("a fixed sum", stated(retention_budget="fixed"))):
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

        found = {"top": best, "top_share": top, "from": edge(-1), "to": edge(1), "loss_now": best - profit(s["retention_share"])}
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
