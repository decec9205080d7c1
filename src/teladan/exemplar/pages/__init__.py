"""Pages of `docs/` that are made from the demo itself, so that they cannot say anything else."""
