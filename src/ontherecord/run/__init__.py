"""Where and how the coding runs. The only package that knows processes."""

from ontherecord.run.local import Summary, add_documents, add_paths

__all__ = ["Summary", "add_documents", "add_paths"]
