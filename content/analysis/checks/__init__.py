"""Checks: what a text states of its own figures, recomputed."""

from content.analysis.checks.check import Check as Check
from content.analysis.checks.check import CheckKind as CheckKind
from content.analysis.checks.check import Reason as Reason
from content.analysis.checks.finding import check_figures as check_figures
