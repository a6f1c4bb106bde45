"""The cases as they are collected: what is given, and what was found."""

CASES = []


def case(kind, about, given, found, within=1e-9):
    """Notes a case. `within` is the share of the figure by which another program may differ."""
    CASES.append({"kind": kind, "about": about, "given": given, "found": found, "within": within})
