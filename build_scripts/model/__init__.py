"""The frozen types that stages pass to each other, and nothing else.

One file per type family. No logic beyond a type's own invariants; no input, no output.
"""
