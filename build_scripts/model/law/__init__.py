"""Facts about courts and their papers that every stage needs: tables, and their readers.

This package is below the stages, next to `text`, and imports none of them.
"""
