"""`orders review`: doubtful values one after the other in a browser, and what is said of each.

`desk` knows what is asked and writes what is answered into corrections files, `question` is what a
page shows of a value, `server` lets one browser of this machine in and nobody else.
"""
