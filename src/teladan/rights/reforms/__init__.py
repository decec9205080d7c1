"""What if: a draft of a law on the people of today, before it is law.

A process of its own lays the draft over the law (`apart`, `worker`), both forecasts are laid beside each other
(`compare`), and what came out is kept (`services`).
"""
