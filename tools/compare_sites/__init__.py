"""What differs between two built sites, as readers see it."""
