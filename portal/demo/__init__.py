"""The demonstration office: invented people and cases, written by the real services.

Everything comes from one seed, and every date follows from the day on which it is loaded.
"""
