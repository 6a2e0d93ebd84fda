"""What an assistant asks of an archive: answers of bounded size, each passage with its place.

`answers` holds a function a tool, over a published site; `server` offers them as the Model Context
Protocol says (https://modelcontextprotocol.io/specification).
"""
