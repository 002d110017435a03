"""How good is it? Predictions for gold data, and the measures that score them."""

from ontherecord.evaluation.tasks import TASKS, evaluate, figures

__all__ = ["TASKS", "evaluate", "figures"]
