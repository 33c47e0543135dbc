"""The language of letters: Markdown's plainest marks, fields, conditions, clauses; free of Django.

`parse` reads, `problems` judges, `fill` freezes what is known, `blocks` hands over to `letters.pdf`.
"""

from letters.templating.comparing import Change, Line, Piece, diff
from letters.templating.drawing import blocks, words
from letters.templating.fields import Field, FieldType
from letters.templating.filling import Items, Rich, Value, as_value, fill, missing
from letters.templating.marks import escape
from letters.templating.packing import example, pack, unpack
from letters.templating.problems import clause_codes, names, problems, subject_problems
from letters.templating.tags import Parsed, Problem, parse

__all__ = [
    "Change",
    "Field",
    "FieldType",
    "Items",
    "Line",
    "Parsed",
    "Piece",
    "Problem",
    "Rich",
    "Value",
    "as_value",
    "blocks",
    "clause_codes",
    "diff",
    "escape",
    "example",
    "fill",
    "missing",
    "names",
    "pack",
    "parse",
    "problems",
    "subject_problems",
    "unpack",
    "words",
]
