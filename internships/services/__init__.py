"""What people do in this room: one folder a kind of case, one function an act."""
