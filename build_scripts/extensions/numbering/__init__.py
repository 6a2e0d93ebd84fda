"""Numbers for an owner's own orders, as courts with medium-neutral citations give them."""

COMMANDS = {"number": "Give each order a number of its year: 2031 HCL 12."}
