"""Tests of build_scripts/review."""
