"""Tools for those who build and run the product: set-up, demonstration, checks, translations."""
