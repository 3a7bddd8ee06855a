"""Figures: any number of a text with what it counts, of when, and how exact; dates among them."""

from content.analysis.figures.figure import Figure as Figure
from content.analysis.figures.figure import FigureKind as FigureKind
from content.analysis.figures.finding import find_figures as find_figures
