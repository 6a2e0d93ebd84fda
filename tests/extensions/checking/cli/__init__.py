"""Tests of build_scripts/extensions/checking/cli."""
