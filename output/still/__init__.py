"""Layers -> a still picture for print (PNG, SVG or PDF), with the marks, legend, scale and credit of the map."""

from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from output.layers import Layers
    from output.still.view import Extent

KINDS = (".png", ".svg", ".pdf")
SIZE = (1600, 1000)
# No time and no version of a program in the file: the same reports give the same bytes.
METADATA = {
    ".png": {"Software": None},
    ".svg": {"Date": None, "Creator": "dateline"},
    ".pdf": {"CreationDate": None, "Creator": "dateline", "Producer": None},
}


def draw_still(
    layers: "Layers",
    kind: str,
    *,
    title: str | None = None,
    notes: Sequence[str] = (),
    size: tuple[int, int] = SIZE,
    extent: "Extent | None" = None,
) -> bytes:
    """Return a picture of the map; the same input gives the same bytes.

    Parameters
    ----------
    layers
        What `output.layers.build_layers` made of the reports.
    kind
        ``.png``, ``.svg`` or ``.pdf``.
    title
        Heads the picture; shown as it is, whatever it contains.
    notes
        What else its reader should know; stands below the legend.
    size
        Width and height in pixels, of which print and screen show 96 an inch.
    extent
        West, south, east and north in degrees, west above east across 180°; without it, all that is drawn.
    """
    import matplotlib as mpl
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    from output.still.ground import draw_ground
    from output.still.labels import draw_labels
    from output.still.legend import draw_legend
    from output.still.marks import draw_marks
    from output.still.sheet import Sheet
    from output.still.view import view_of

    view = view_of(layers, size, extent)
    with mpl.rc_context({"svg.hashsalt": "dateline", "svg.fonttype": "path"}):
        figure = Figure(figsize=(size[0] / 96, size[1] / 96), dpi=96)
        FigureCanvasAgg(figure)
        axes = figure.add_axes((0, 0, 1, 1))
        axes.set(xlim=(0, size[0]), ylim=(size[1], 0))
        axes.set_axis_off()
        axes.set_autoscale_on(False)
        draw_ground(axes, view, layers)
        sheet = Sheet(axes, view)
        blocks = draw_marks(sheet, layers)
        draw_legend(sheet, layers, title, notes)
        draw_labels(sheet, blocks)
        file = BytesIO()
        figure.savefig(file, format=kind.removeprefix("."), dpi=96, metadata=METADATA[kind])
    return file.getvalue()
