"""The open calculator over HTTP: facts in, assessment out, nothing kept."""
