"""A budget split between keeping, winning and winning back, by trying everything."""

import math

from record import case


def splits():
    def rate(curve, spent):
        return curve[0] + (curve[1] - curve[0]) * (1 - math.exp(-curve[2] * spent))

    two = {"budget": 60000, "m": 300, "d": 0.08, "customers": 150, "prospects": 900, "acquisition": [0.0, 0.25, 0.012], "retention": [0.55, 0.88, 0.006]}
    three_ways = {**two, "lost": 60, "win_back": [0.05, 0.5, 0.008]}
    for about, given in (
        ("two ways, the budget binds", two),
        ("two ways, too much money", {**two, "budget": 500000}),
        ("three ways", three_ways),
        ("customers are worth nothing", {**three_ways, "m": 4, "retention": [0.2, 0.25, 0.0001], "budget": 9000}),
        ("retention spend works at once and never again", {**two, "retention": [0.5, 0.9, 2.0]}),
    ):
        B, N, P, d, m = (given[k] for k in ("budget", "customers", "prospects", "d", "m"))
        L, back = given.get("lost", 0), given.get("win_back", [0, 0, 1])

        def value(k, w, r):
            kept = rate(given["retention"], k / N)
            each = (m * (1 + d) - k / N) / (1 + d - kept)
            base = N * (m * kept - k / N) / (1 + d - kept)
            return base + (P * rate(given["acquisition"], w / P) + (L * rate(back, r / L) if L else 0)) * each - w - r

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
