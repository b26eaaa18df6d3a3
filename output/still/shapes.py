"""SVG path data -> matplotlib paths, of the few commands that `output.style` uses: M, L, C, A and Z, all absolute."""

import math
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import numpy as np
from matplotlib.path import Path

PIECE = re.compile(r"([MLCAZ])([^MLCAZ]*)")
NUMBER = re.compile(r"-?\d*\.?\d+")


@cache
def outline(data: str) -> Path:
    """Return a closed outline as a path in the box from -1 to 1, y downwards."""
    points: list[tuple[float, float]] = []
    codes: list[int] = []
    for command, text in PIECE.findall(data):
        numbers = [float(number) for number in NUMBER.findall(text)]
        for step, code in _steps(command, numbers, points[-1] if points else (0.0, 0.0)):
            points.append(step)
            codes.append(code)
    return Path(points, codes)


def _steps(command: str, numbers: list[float], start: tuple[float, float]) -> Iterator[tuple[tuple[float, float], Any]]:
    if command == "Z":
        yield start, Path.CLOSEPOLY
    elif command == "A":
        for at in range(0, len(numbers), 7):
            yield from _arc(start, numbers[at : at + 7])
            start = (numbers[at + 5], numbers[at + 6])
    else:
        pairs = zip(numbers[::2], numbers[1::2], strict=True)
        for count, pair in enumerate(pairs):
            yield pair, {"M": Path.LINETO if count else Path.MOVETO, "L": Path.LINETO, "C": Path.CURVE4}[command]


def _arc(start: tuple[float, float], numbers: list[float]) -> Iterator[tuple[tuple[float, float], Any]]:
    """Yield an elliptical arc as short lines (SVG 1.1, appendix F.6.5, for ellipses that are not turned)."""
    rx, ry, _, large, sweep, to_x, to_y = numbers
    x, y = (start[0] - to_x) / 2 / rx, (start[1] - to_y) / 2 / ry
    reach = max(1.0, x * x + y * y)
    x, y = x / math.sqrt(reach), y / math.sqrt(reach)
    size = math.sqrt(max(0.0, 1 / (x * x + y * y) - 1)) * (1 if large != sweep else -1)
    centre = (size * y, -size * x)
    begin, end = math.atan2(y - centre[1], x - centre[0]), math.atan2(-y - centre[1], -x - centre[0])
    turn = (end - begin) % (2 * math.pi) if sweep else -((begin - end) % (2 * math.pi))
    middle = ((start[0] + to_x) / 2, (start[1] + to_y) / 2)
    grow = math.sqrt(reach)
    for angle in begin + turn * np.linspace(0, 1, 25)[1:]:
        px, py = (centre[0] + math.cos(angle)) * rx * grow, (centre[1] + math.sin(angle)) * ry * grow
        yield (middle[0] + px, middle[1] + py), Path.LINETO
