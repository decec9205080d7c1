"""The open calculator over HTTP: facts in, assessment out, nothing kept. Described for people in docs/api.md."""
