"""What measures and checks the archive program, beside its tests."""
