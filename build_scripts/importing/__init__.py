"""Fetches orders from other services: one module per service, and the run that all share."""
