"""`orders review`: uncertain values one after the other in a browser, and the reviewer's answers.

`desk` holds the questions and writes the answers into corrections files, `question` is what a page
shows of a value, `server` serves them to one browser on this machine and nobody else.
"""

COMMANDS = {"review": "Review uncertain values in a browser."}
