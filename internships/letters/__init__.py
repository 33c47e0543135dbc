"""The letters of this room: one folder a kind of case."""
