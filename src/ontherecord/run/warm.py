"""Imported by the fork server alone: loads what every coding process needs once, so that each starts by a fork, in milliseconds,
and all share the loaded model's memory.
"""

from __future__ import annotations

import contextlib
import gc
import os

# One process a core does the work; threads inside numpy would only contend. To be set before numpy is loaded.
os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

gc.disable()  # nothing that is loaded here is ever garbage
with contextlib.suppress(Exception):  # whatever is wrong here is met again in the coding process, which answers with a sentence
    from ontherecord.run.worker import warm_up

    warm_up(None)
gc.enable()
gc.freeze()  # objects made so far stay out of collections, so their pages stay shared
