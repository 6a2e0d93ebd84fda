"""What every stage must know of courts and their papers, once: tables, and what reads by them.

It stands below the stages, beside `text`, and knows none of them.
"""
