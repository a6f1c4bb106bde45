"""Ranges, statements, one run of them, and a plan followed lot by lot."""

import math
from statistics import NormalDist

NORMAL = NormalDist()
Z90 = NORMAL.inv_cdf(0.9)
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


EXAMPLE = {
    "period": 1, "horizon": 24, "clients": 80, "revenue": 1500, "margin": 0.65, "churn": 0.04, "cac": 9000,
    "budget": 45000, "retention_share": 0.3, "one_off": 12000, "one_off_months": 4, "discount": 0.1, "growth": 0.04,
    "retention_spend": 10000, "idle_churn": 0.06, "lowest_churn": 0.015, "acquisition_spend": 36000, "most_new_clients": 9,
}
ANSWERS = ("retention_spend", "idle_churn", "lowest_churn", "acquisition_spend", "most_new_clients")
BARE = {key: value for key, value in EXAMPLE.items() if key not in ANSWERS}
RANGES = ("clients", "revenue", "margin", "churn", "cac", "budget", "one_off", "discount", "growth") + ANSWERS
PER_PERIOD = ("revenue", "budget", "retention_spend", "acquisition_spend", "most_new_clients")
CHURNS = ("churn", "idle_churn", "lowest_churn")


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
    """A statement in one run: its draws, and the effect of its budget. `inside` is paid from the retention budget."""

    def __init__(self, s, z=None, keep=None, inside=0.0):
        months = {k: tuple(per_month(k, x, s["period"]) for x in three(s[k])) for k in RANGES if k in s}
        likely = {k: v[1] for k, v in months.items()}
        bounds = {"margin": SHARE, "churn": SHARE, "growth": GROWTH}
        self.answered = "most_new_clients" in s
        if self.answered:
            bounds["idle_churn"] = (likely["churn"], 1.0)
            bounds["lowest_churn"] = (0.0, likely["churn"])
            bounds["most_new_clients"] = (likely["acquisition_spend"] / likely["cac"], math.inf)
        x = {k: draw(v, bounds.get(k, ABOVE_ZERO), (z or {}).get(k, 0.0)) for k, v in months.items()}
        self.s, self.x, self.likely, self.inside = s, x, likely, inside
        self.margin = x["revenue"] * x["margin"]
        self.keep = x["budget"] * (s["retention_share"] if keep is None else keep)
        self.win = x["budget"] - self.keep
        self.per_client = (self.keep - inside) / max(x["clients"], 1.0)
        self.churn = self.churn_at(self.per_client)
        self.won = self.won_for(self.win)
        self.cac = self.win / self.won if self.win else x["cac"]

    def churn_at(self, spent):
        x = self.x
        if not self.answered:
            return x["churn"]
        best, idle, today = x["lowest_churn"], x["idle_churn"], x["retention_spend"] / max(x["clients"], 1.0)
        share = (self.likely["churn"] - best) / (idle - best)
        return min(1.0, x["churn"] / self.likely["churn"] * (best + (idle - best) * share ** (spent / today)))

    def won_for(self, win):
        x, likely = self.x, self.likely
        if not self.answered:
            return win / x["cac"] if win else 0.0
        missed = 1 - likely["acquisition_spend"] / likely["cac"] / x["most_new_clients"]
        most = x["most_new_clients"] * x["acquisition_spend"] / likely["acquisition_spend"] * likely["cac"] / x["cac"]
        return most * (1 - missed ** (win / x["acquisition_spend"]))

    @property
    def floor(self):
        return self.x["churn"] / self.likely["churn"] * self.x["lowest_churn"] if self.answered else 0.0


class Ledger:
    """A plan lot by lot: clients whose terms begin in the same month are followed through them.

    `groups` are those who are alike: their share, their churn from the level of churn, their margin. `beside`, `once` and `own`
    are costs and new clients of initiatives. From `won_until` on there are no new clients."""

    def __init__(self, run, months, groups=None, beside=0.0, once=0.0, own=0.0, won_until=math.inf):
        s, x = run.s, run.x
        b, after, fixed = s.get("term", 1), s.get("when") == "after", s.get("retention_budget") == "fixed"
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
