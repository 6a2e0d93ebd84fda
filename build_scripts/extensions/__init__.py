"""What no build needs. Each folder is a product: it imports `build_scripts.api` alone, and may be
removed with its tests; its package lists the commands that it adds to `orders`.
"""
