"""What the register asks of a space, and what its periods say: plain values in, answers out.

The ids SPA-01 to SPA-20 number what sections 2.2, 2.3 and 14.1 of the collection ask of a space.
"""
