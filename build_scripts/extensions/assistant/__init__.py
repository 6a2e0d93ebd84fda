"""Tools with which an assistant queries an archive: bounded answers, each passage with its place.

`answers` holds a function per tool, over a published site; `server` offers them by the Model
Context Protocol (https://modelcontextprotocol.io/specification).
"""

COMMANDS = {"mcp": "Let an assistant search, read and cite the archive."}
