"""Settings of a facility: preparation of rights, officers; and the feasts of the installation."""
