"""Which events tell of one occurrence, which reports are copies, and which tell the same story."""

from ontherecord.linking.occurrences import Occurrence, Told, link
from ontherecord.linking.stored import Linked, link_ledger, relink
from ontherecord.linking.stories import cluster_documents

__all__ = ["Linked", "Occurrence", "Told", "cluster_documents", "link", "link_ledger", "relink"]
