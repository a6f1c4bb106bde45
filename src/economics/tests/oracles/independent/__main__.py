"""Figures of the second edition by other means than the engine's. `python3 independent` writes ../fixtures/second.json.

Only Python's standard library is used. Where the engine has a closed form these programs add up, lot by lot or term by term;
where the engine searches they try everything; where the engine draws they go through a dense grid of quantiles.
"""

import json
from pathlib import Path

import cohorts
import initiatives
import plans
import record
import revenue
import splits

for part in (
    plans.ranges, plans.effects, plans.periods, plans.plans, plans.left, plans.clients, plans.keeping,
    plans.cash_and_share, plans.comparison, revenue.losses, revenue.bridges, initiatives.initiatives, initiatives.tests,
    cohorts.cohorts, cohorts.long_lives, cohorts.verdicts, splits.splits,
):
    part()

target = Path(__file__).resolve().parents[2] / "fixtures" / "second.json"
lines = ",\n".join("  " + json.dumps(one, ensure_ascii=False) for one in record.CASES)
target.write_text("[\n" + lines + "\n]\n", encoding="utf-8")
print(f"{len(record.CASES)} cases in {target.name}")
