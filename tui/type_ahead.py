"""Keys typed faster than the screen follows: each is handed on once the one before it has had its effect."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from textual.app import App
    from textual.events import Key
    from textual.message_pump import MessagePump
    from textual.screen import Screen

_PATIENCE = 0.25  # seconds after which the next key goes on whatever the one before it is waiting for


class TypeAhead:
    """Holds keys back while an earlier one is at work.

    Textual hands a key to what has the focus when the key arrives; of `/jrkj` in one go the letters would
    reach the article, because the box that `/` opens has no focus yet. `handle` takes one key.
    """

    def __init__(self, app: App[None], handle: Callable[[Key], Awaitable[None]]) -> None:
        self._app = app
        self._handle = handle
        self._waiting: deque[Key] = deque()
        self._serial = 0
        self._at_work = False

    async def take(self, key: Key) -> None:
        """Hand a key on, now or after those that came before it."""
        self._waiting.append(key)
        if not self._at_work:
            await self._hand_on()

    async def _hand_on(self) -> None:
        self._at_work = bool(self._waiting)
        if not self._waiting:
            return
        self._serial += 1
        serial, focused = self._serial, self._app.focused or self._app.screen
        await self._handle(self._waiting.popleft())
        # What the key sets off climbs from the focused widget to the app, one queue after the other; at each
        # the second call stands behind the messages that the key's own handler put there.
        pumps = [pump for pump in focused.ancestors_with_self for _ in range(2)]
        self._climb(pumps, serial)
        self._app.set_timer(_PATIENCE, lambda: self._done(serial))

    def _climb(self, pumps: Sequence[MessagePump], serial: int) -> None:
        if pumps:
            pumps[0].call_later(self._climb, pumps[1:], serial)
        else:
            self._wait_for_screen(None, serial)

    def _wait_for_screen(self, shown: Screen[Any] | None, serial: int) -> None:
        """Wait until the screen has been drawn, and once more where the key put another one on top."""
        screen = self._app.screen
        if screen is shown:
            screen.call_later(self._done, serial)
        else:
            screen.call_after_refresh(self._wait_for_screen, screen, serial)

    async def _done(self, serial: int) -> None:
        if serial == self._serial and self._at_work:
            await self._hand_on()
