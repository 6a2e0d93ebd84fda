"""Turns a folder of raw judicial orders into a static website."""
