"""One file a form: raw bytes in, pages of lines out."""
