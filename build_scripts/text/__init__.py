"""What every stage needs of text, whatever the text says."""
