"""Fetches orders from other services: one module per service, and the run that all share."""

COMMANDS = {"import": "Fetch orders from a folder, the web or a service."}
