"""The finished site: its settings, its folder, its manifest, the search for withheld words."""
