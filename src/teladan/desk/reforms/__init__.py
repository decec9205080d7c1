"""Drafts of a law, tried on the people of today before they are law."""
