"""Sentences, grammar and quotation marks. The only package that knows spaCy."""

from ontherecord.language.grammar import Grammar
from ontherecord.language.model import parse, parse_many
from ontherecord.language.quotes import Quotation, find_quotations
from ontherecord.language.tokens import Paragraph, Parsed, Sentence, Token

__all__ = ["Grammar", "Paragraph", "Parsed", "Quotation", "Sentence", "Token", "find_quotations", "parse", "parse_many"]
