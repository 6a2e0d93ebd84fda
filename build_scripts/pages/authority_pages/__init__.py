"""The authorities that orders here cite: where to read each, and who cites it in what words.

Authorities that only papers other than orders cite are not listed. Treatment is not guessed:
signals and parentheticals are as printed.
"""
