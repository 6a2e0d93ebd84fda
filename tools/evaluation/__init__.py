"""How good the program is, measured: `python -m tools.evaluation --help`.

One file a measurement; floors are tests beside them.
"""
