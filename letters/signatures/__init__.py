"""Electronic signatures: the keys that sign, signing, and what the signatures of a file tell.

Slow to import: import its modules where they are used.
"""
