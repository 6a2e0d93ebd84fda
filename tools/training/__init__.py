"""Fit the weights of candidates' signals to labels: `python -m tools.training judges`."""
