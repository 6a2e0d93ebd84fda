"""A built site, read as its readers have it: from a folder, or from the address it is served at."""
