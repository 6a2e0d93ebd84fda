"""Search: the archive as a database of words, and a reader's text as a query.

docs/search_format.md is the whole contract with the half that runs in the browser. No input, no
output: databases come as connections, files are returned as bytes.
"""
