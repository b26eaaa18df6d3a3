"""A map that shows itself in a notebook: in a frame that cannot reach what is around it."""

from html import escape

HEIGHT = 680  # pixels


class MapPage(str):
    """The map's page as text; a notebook shows it as the map.

    The frame may run the page's own scripts and save files, and nothing else: it is of no origin, so it reaches neither
    the notebook nor its server.
    """

    __slots__ = ()

    def _repr_html_(self) -> str:
        return (
            f'<iframe srcdoc="{escape(self)}" sandbox="allow-scripts allow-downloads" title="Map" '
            f'style="width:100%;height:{HEIGHT}px;border:0"></iframe>'
        )
