"""The accountants' pages; each module is one subject."""
