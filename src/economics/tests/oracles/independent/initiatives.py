"""Initiatives together, and what a test of one needs and is worth."""

import itertools
import math
from fractions import Fraction

from record import case
from statement import BARE, EXAMPLE, NORMAL, Ledger, Run, stated


def initiatives():
    four = [
        {"cost_once": 4000, "cost_per_month": 300, "reach": 0.5, "churn_cut": 0.008},
        {"cost_once": 0, "cost_per_month": 900, "reach": 0.8, "churn_cut": 0.02, "margin_gain": -15},
        {"cost_once": 2500, "cost_per_month": 0, "reach": 1.0, "churn_cut": -0.001, "margin_gain": 60, "new_clients": 0.2},
        {"cost_once": 1000, "cost_per_month": 1500, "reach": 0.3, "churn_cut": 0.012, "from_retention_budget": True},
    ]
    no_inside = [{**one, "from_retention_budget": False} for one in four]
    for about, s, chosen in (
        ("four that overlap, one paid from the retention budget", EXAMPLE, four),
        ("one alone", EXAMPLE, four[:1]),
        ("without answers churn may fall to nothing", stated(BARE, churn=0.02), no_inside),
        ("by quarters, paid a quarter in advance", stated(EXAMPLE, term=3, horizon=18), no_inside[:3]),
    ):
        def profit(picked):
            run = Run(s, inside=sum(one["cost_per_month"] for one in picked if one.get("from_retention_budget")))
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
                "beside": sum(one["cost_per_month"] for one in picked if not one.get("from_retention_budget")),
                "once": sum(one["cost_once"] for one in picked),
                "own": sum(one.get("new_clients", 0) for one in picked),
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
        case("test_value", "a normal effect", given, {"evsi": after, "evpi": known, "changes": turned, "acts": worth * mean > cost}, 2e-3)
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
        case("trial_value", "a share asked of people", given, {"evsi": float(total - max(now, 0)), "changes": float(turned), "acts": now > 0})
    for churn, months, n1, n2 in ((0.03, 12, 200, 600), (0.1, 1, 50, 50)):
        p = 1 - (1 - churn) ** months
        h = 1e-7
        slope = ((1 - (1 - churn - h) ** months) - (1 - (1 - churn + h) ** months)) / (2 * h)
        case("noise", "points of churn a month", {"churn": churn, "months": months, "groups": [n1, n2]}, math.sqrt(p * (1 - p) * (1 / n1 + 1 / n2)) / slope, 1e-6)
