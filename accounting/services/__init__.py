"""Acts on money; each module is one subject."""
