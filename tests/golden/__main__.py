"""`python -m tests.golden`: writes the golden records anew."""

from tests.golden import KEYS, path, written

for key in KEYS:
    path(key).write_text(written(key), "utf-8")
