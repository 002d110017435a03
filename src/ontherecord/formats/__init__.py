"""Other people's formats: PLOVER, POLECAT, ICEWS, GDELT, CSV, Parquet out of the ledger; records out and back in."""

from ontherecord.formats.export import FORMATS, Exported, export
from ontherecord.formats.importing import Imported, import_records

__all__ = ["FORMATS", "Exported", "Imported", "export", "import_records"]
