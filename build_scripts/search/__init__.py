"""Search: the archive as a database of words, and what a reader types as a question to it.

docs/search_format.md is the whole contract with the half that runs in the browser. No input, no
output: databases come as connections, files leave as bytes.
"""
