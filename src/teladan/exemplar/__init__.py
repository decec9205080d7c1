"""Exemplar: the facility others can look at; for now its demo population."""
