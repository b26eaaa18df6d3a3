"""A measured figure beside its budget, and the table that shows many of them."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One measurement.

    Parameters
    ----------
    name
        What was measured.
    value
        The measured value, in `unit`.
    unit
        What the value counts: ``s``, ``ms``, ``MB``, ``/s``, ``x`` …
    budget
        What it may be; None where nothing is promised.
    at_least
        True where the budget is a floor, such as for a rate, and not a ceiling.
    """

    name: str
    value: float
    unit: str
    budget: float | None = None
    at_least: bool = False

    @property
    def met(self) -> bool:
        """Whether the value keeps to the budget."""
        if self.budget is None:
            return True
        return self.value >= self.budget if self.at_least else self.value <= self.budget


def number(value: float) -> str:
    """Write a value with three significant digits, and thousands set apart."""
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


def row(figure: Figure) -> str:
    """Write a figure as one line of the table."""
    sign = ">=" if figure.at_least else "<="
    budget = "" if figure.budget is None else f"{sign} {number(figure.budget)} {figure.unit}"
    verdict = "" if figure.budget is None else ("met" if figure.met else "MISSED")
    return f"{figure.name:<58} {number(figure.value):>10} {figure.unit:<4} {budget:<16} {verdict}".rstrip()


def table(figures: Iterable[Figure]) -> str:
    """Write figures as a table for a terminal."""
    return "\n".join(row(figure) for figure in figures)
