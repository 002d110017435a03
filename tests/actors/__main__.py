"""`python -m tests.actors [-v]`: the share of drawn mentions that mean the right actor, and of places told from governments."""

from __future__ import annotations

import sys

from tests.actors.figures import held_out, held_out_second, tuned


def main() -> None:
    for name, (who, where) in (("held out", held_out()), ("held out second", held_out_second()), ("tests", tuned())):
        if "-v" in sys.argv:
            sys.stdout.writelines(f"{line}\n" for line in (*who.wrong, *where.wrong))
        sys.stdout.write(f"{name}: mentions {who.share:.4f} ({who.all}), place or government {where.share:.4f} ({where.all})\n")


main()
