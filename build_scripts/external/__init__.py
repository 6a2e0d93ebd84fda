"""One wrapper a system program."""
