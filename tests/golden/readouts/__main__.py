"""`python -m tests.golden.readouts`: writes the tables of readouts anew."""

from tests.golden.readouts import HERE, path, written
from tests.samples.calls import answers

for old in HERE.glob("*.txt"):
    old.unlink()
for answer in answers():
    path(answer).write_text(written(answer), "utf-8")
