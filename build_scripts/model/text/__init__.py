"""Text operations that every stage needs, whatever the text is about."""
