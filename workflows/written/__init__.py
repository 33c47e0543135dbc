"""Forms that are written over days: drafts, rows, papers, uploads, and what is open after filing.

A kind of case brings its own forms (`whole.Whole`) and says once, in a `kinds.Written`, where its
pages stand; the pages of this folder serve all of them.
"""
