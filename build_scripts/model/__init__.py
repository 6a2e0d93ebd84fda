"""The frozen types that stages hand to each other, and nothing else.

One file a type family. No logic beyond a type's own invariants; no input, no output.
"""
