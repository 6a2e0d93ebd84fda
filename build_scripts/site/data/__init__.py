"""The archive as data: each order as a record, and the files that hold all of them."""
