"""An application that counts what a frame costs, as far as the bytes for the terminal, without having a terminal."""

import asyncio
from collections.abc import Callable
from statistics import median
from time import process_time

from rich.console import RenderableType
from textual._compositor import CompositorUpdate
from textual.app import App
from textual.screen import Screen


class Framed(App[None]):
    """Renders every frame to bytes and tells when that is done."""

    def __init__(self) -> None:
        super().__init__()
        self.painted = asyncio.Event()

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        super()._display(screen, renderable)
        if isinstance(renderable, CompositorUpdate):
            renderable.render_segments(self.console)
            self.painted.set()

    async def frame_ms(self, act: Callable[[], object]) -> float:
        """CPU milliseconds from an action to the bytes of the frame that shows it."""
        await asyncio.sleep(0.03)
        self.painted.clear()
        start = process_time()
        act()
        await asyncio.wait_for(self.painted.wait(), 10)
        return (process_time() - start) * 1e3

    async def median_ms(self, *acts: Callable[[], object]) -> float:
        """The median over several actions."""
        return median([await self.frame_ms(act) for act in acts])
