"""The command line: parse arguments, call one function, show."""

from ontherecord.cli.app import main

__all__ = ["main"]
