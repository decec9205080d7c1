"""The whole population at once: from a file or the register, through the law, into one file of answers."""
