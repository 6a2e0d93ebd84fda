"""Archive in, pages out."""
