"""Mutation testing of `law/`: small wrong changes, one at a time, and whether a test notices."""
