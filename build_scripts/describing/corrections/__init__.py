"""Read an editor's corrections: the YAML file next to an order, its schema, and a new one to fill
in.

`models` define what a file may hold: reading, the JSON schema and the template of a new file are
all made from them. They are imported where a file is read or written.
"""
