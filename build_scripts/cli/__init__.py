"""The commands of `orders`, a file each, and what they do."""
