"""Files that banks and tax offices read and write: no database, no settings, no page.

Everything that comes from outside is judged before it is read: size, depth, document types, entities.
"""
