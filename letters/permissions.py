"""Who may read letters: whoever may read their case (workflows), nobody else."""

PERMISSIONS: dict[str, frozenset[str]] = {}
