"""What people do: appoint, sit, score, rank, approve, scroll. One function an act."""
