"""Requests to other sites: what they answer is checked. A build makes none."""
