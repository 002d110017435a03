"""From the corpus to the model: everything that reads `corpus/` or needs torch. Not shipped in the package."""
