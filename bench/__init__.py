"""How long the slow things take, next to what they may take. `make bench` runs all; tests count work, they do not time.

A module of this package holds the cases of one subject in a tuple `CASES`; `python -m bench` finds it by itself.
"""
