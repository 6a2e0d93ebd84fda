"""What no build needs. Each folder is a product: it imports `build_scripts.api` alone, and may be
removed with its tests; its package lists its commands, each with its sentence in `orders --help`.
"""
