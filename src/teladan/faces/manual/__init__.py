"""The manual of rules as pages: the content is `law.manual`, the addresses are those of the face that shows it."""
