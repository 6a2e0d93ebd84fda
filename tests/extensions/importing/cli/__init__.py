"""Tests of build_scripts/extensions/importing/cli."""
