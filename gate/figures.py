"""Prints the README's table of figures, measured now: python gate/figures.py FOLDER_WITH_THE_GOLD_DATA.

With --write it also puts the table into README.md, between the two marks, and what the README's example command prints.
"""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

from ontherecord.evaluation import evaluate

HOME = Path(__file__).parents[1]
EXAMPLE = ("<!-- example: ", "<!-- /example -->")
MARKS = ("<!-- figures: make figures -->", "<!-- /figures -->")
WHAT = {
    "events": (
        "PLOVER gold sentences (163), from the bare sentence",
        {"type_found": "type found", "countries_found": "countries found", "triple_f1": "actor–type–recipient F1"},
    ),
    "attributions": (
        "PolNeAR articles (84), speech",
        {
            "content_f1": "content F1",
            "with_source_f1": "with the right source",
            "recall_direct_or_mixed": "recall, quoted",
            "recall_indirect": "recall, indirect",
        },
    ),
    "dates": ("TimeML news articles (73)", {"span_f1": "span F1", "value_right": "values right"}),
    "relations": ("PLV marked pairs (1,050)", {"macro_f1": "macro-F1 of types", "penta_macro_f1": "macro-F1 of quad classes"}),
    "titles": ("releases of two presidencies whose titles say whom they phoned or met (176)", {"event_found": "event between the two"}),
    "reports": ("three outlets an event (170 reports)", {"b_cubed_f1": "B-cubed F1"}),
}


def table(data: Path) -> str:
    """The figures as a Markdown table; tasks whose data are not there are left out, with a line that says so."""
    gates = tomllib.loads((HOME / "gate" / "floors.toml").read_text("utf8"))
    lines = ["| task | gold | figures on the development half |", "|---|---|---|"]
    missing = []
    for task, (gold, names) in WHAT.items():
        file = data / gates[task]["data"]
        if not file.exists():
            missing.append(file.name)
            continue
        told = evaluate(task, file)
        figures = ", ".join(f"{label} **{told[key]:.3f}**" for key, label in names.items())
        lines.append(f"| `otr evaluate {task} {file.name}` | {gold} | {figures} |")
    if missing:
        lines.append(f"\nNot measured, the data are not in {data}: {', '.join(missing)}.")
    return "\n".join(lines)


def example(readme: str) -> str:
    """The README with what its example command prints now."""
    before, rest = readme.split(EXAMPLE[0])
    command, after = rest.split(" -->\n", 1)
    environment = os.environ | {"COLUMNS": "80", "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}
    shown = subprocess.run(shlex.split(command), cwd=HOME, env=environment, capture_output=True, text=True, check=True).stdout
    lines = "\n".join(line.rstrip() for line in shown.splitlines())
    return f"{before}{EXAMPLE[0]}{command} -->\n\n```\n$ {command}\n{lines}\n```\n{EXAMPLE[1]}{after.split(EXAMPLE[1])[1]}"


def main(arguments: list[str]) -> int:
    """Exit status 2 for a wrong call."""
    folders = [a for a in arguments if not a.startswith("-")]
    if len(folders) != 1:
        sys.stderr.write(f"{__doc__}\n")
        return 2
    measured = table(Path(folders[0]))
    sys.stdout.write(f"{measured}\n")
    if "--write" in arguments:
        readme = HOME / "README.md"
        before, rest = readme.read_text("utf8").split(MARKS[0])
        readme.write_text(example(f"{before}{MARKS[0]}\n\n{measured}\n\n{MARKS[1]}{rest.split(MARKS[1])[1]}"), "utf8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
