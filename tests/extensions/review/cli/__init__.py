"""Tests of build_scripts/extensions/review/cli."""
