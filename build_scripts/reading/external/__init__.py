"""One wrapper per system program."""
