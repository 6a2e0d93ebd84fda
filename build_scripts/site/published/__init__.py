"""A built site, read the way its readers get it: from a folder, or from its web address."""
