"""The page on which one order is read in the reader's own browser: what it needs is bundled here."""
