"""One field, one file: each reads its value from a Reading, or says that it is not sure."""
