"""Clients who stay by age, and which model of that to go by."""

import itertools
import math

from record import case
from statement import BARE, Run, stated


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
        given = {"model": model, "base": base, "new_clients": won, "margin": m, "retention_cost": R, "acquisition_spend": W, "discount": d, "growth": g, "churn_factor": factor, "periods": periods}
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
        case("cohort_plan", f"{model['family']}, churn times {factor}", given, {"clients": clients, "profit": profit, "terminal_value": left}, 1e-8)
    for model, (d, g), keep in itertools.product(MODELS, ((0.1, 0.0), (0.08, 0.03)), (0.0, 7.0)):
        q, v = (1 + g) / (1 + d), 1 / (1 + d)
        paid, costs = payments(model, q), payments(model, v)
        inside = sum(survival(model, t) * q ** t for t in range(6)) / paid
        given = {"model": model, "margin": 80, "retention_cost": keep, "discount": d, "growth": g, "observed": 5}
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
        case("churn_by_age", f"a table of {table_months} months", {"statement": s, "model": model, "table_months": table_months, "base": base}, found)


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
