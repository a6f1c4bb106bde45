"""Losing an account, and the movements of recurring revenue."""

import itertools
import math

from record import case


def losses():
    for about, given in (
        ("net of churn", {"revenues": [900, 300, 500, 250], "lost": 0, "new_clients": 3, "revenue_per_client": 120, "churn": 0.03, "cac": 700, "gross_margin": 0.7, "discount": 0.01}),
        ("without churn", {"revenues": [900, 300], "lost": 1, "new_clients": 0.5, "revenue_per_client": 200, "churn": 0.0, "cac": 700, "gross_margin": 0.7, "discount": 0.0}),
        ("never refilled", {"revenues": [900, 300], "lost": 1, "new_clients": 0.1, "revenue_per_client": 200, "churn": 0.05, "cac": 700, "gross_margin": 0.7, "discount": 0.01}),
    ):
        all_, x = sum(given["revenues"]), given["revenues"][given["lost"]]
        revenue, months, lost, factor = all_ - x, 0, 0.0, 1.0
        while revenue < all_ and months < 100_000:
            lost += given["gross_margin"] * (all_ - revenue) * factor
            before, revenue = revenue, revenue * (1 - given["churn"]) + given["new_clients"] * given["revenue_per_client"]
            factor /= 1 + given["discount"]
            months += 1
            if revenue <= before:
                months = None
                break
        found = {"share": x / all_, "clients": x / given["revenue_per_client"], "cost": x / given["revenue_per_client"] * given["cac"], "whole_months": months, "margin_lost": lost if months else None}
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
