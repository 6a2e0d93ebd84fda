"""Raw orders become converted orders: one, or a folder of them, with a cache."""
