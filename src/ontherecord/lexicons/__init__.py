"""What is known beforehand, as data: one kind of knowledge a file, every row with its source."""

from ontherecord.lexicons.tables import Row, read_table, table_path

__all__ = ["Row", "read_table", "table_path"]
