"""Teladan: rights that arrive by themselves."""

TIME_ZONE = "Asia/Makassar"  # of Kupang; TELADAN_TIME_ZONE says another
