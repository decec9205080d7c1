"""The demo population: made-up people whose shape is that of counted verdicts and published figures.

`population.generate` is pure Python and NumPy through the law; only `loader` and what it calls touch the database.
"""
