"""Acts that serve every kind of case; each module is one subject."""
