"""Measurements of the whole site against baselines of the same run (docs/performance.md)."""
