from itertools import combinations
from math import dist

import pytest
from rich._palettes import EIGHT_BIT_PALETTE, STANDARD_PALETTE
from rich.color import Color, ColorSystem
from textual.app import App, ComposeResult
from textual.theme import Theme
from textual.widgets import Static

from tui.colours import COLOURS
from tui.themes import INK, PAPER, THEMES, TOPICS, topic_variable

Rgb = tuple[int, int, int]


def drawn(hex_colour: str, system: ColorSystem) -> Rgb:
    colour = Color.parse(hex_colour).downgrade(system)
    if colour.number is None:
        return tuple(colour.get_truecolor())
    palette = EIGHT_BIT_PALETTE if system is ColorSystem.EIGHT_BIT else STANDARD_PALETTE
    return tuple(palette[colour.number])


def linear(colour: Rgb) -> tuple[float, ...]:
    channels = (value / 255 for value in colour)
    return tuple(c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)


def luminance(colour: Rgb) -> float:
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def perceived(colour: Rgb) -> tuple[float, float, float]:
    """Oklab (Ottosson 2020), in which distance is about what the eye sees."""
    red, green, blue = linear(colour)
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    medium = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )


def contrast(text: str, ground: str, system: ColorSystem = ColorSystem.TRUECOLOR) -> float:
    """The ratio of WCAG 2.2, 1.4.3."""
    darker, lighter = sorted(luminance(drawn(colour, system)) for colour in (text, ground))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.fixture(params=THEMES, ids=lambda theme: theme.name)
def theme(request: pytest.FixtureRequest) -> Theme:
    return request.param


@pytest.mark.parametrize(
    ("system", "article", "text", "topic"),
    [
        (ColorSystem.TRUECOLOR, 7, 4.5, 4.5),
        (ColorSystem.EIGHT_BIT, 7, 4.5, 4.2),
        (ColorSystem.STANDARD, 7, 4.5, 2.8),
    ],
)
def test_everything_is_legible(
    theme: Theme, system: ColorSystem, article: float, text: float, topic: float
) -> None:
    named = theme.variables
    for ground in (theme.background, theme.panel):
        assert contrast(named["article"], ground, system) >= article
        for colour in (named["quiet"], theme.accent, theme.error, theme.warning):
            assert contrast(colour, ground, system) >= text, colour
        for number in range(1, TOPICS + 1):
            assert contrast(named[f"topic-{number}"], theme.background, system) >= topic, number
    for ground in ("hit", "kept", *(f"kept-{colour}" for colour in COLOURS)):
        assert contrast(named["article"], named[ground], system) >= 4.5, ground
    assert contrast(named["article"], named["cursor"], system) >= 4.5
    assert contrast(named["hit-now-text"], named["hit-now"], system) >= 7


def test_the_article_is_brighter_than_what_is_around_it(theme: Theme) -> None:
    named = theme.variables
    around = (named["quiet"], named["rule"], theme.accent)
    assert all(contrast(named["article"], theme.background) > contrast(it, theme.background) for it in around)


@pytest.mark.parametrize("system", [ColorSystem.TRUECOLOR, ColorSystem.EIGHT_BIT])
def test_topics_hits_and_accent_are_told_apart(theme: Theme, system: ColorSystem) -> None:
    named = theme.variables
    topics = [drawn(named[topic_variable(position)], system) for position in range(TOPICS)]
    assert len(set(topics)) == TOPICS
    for one, other in combinations(topics, 2):
        assert dist(perceived(one), perceived(other)) >= 0.06
    grounds = [theme.background, named["hit"], named["hit-now"], named["cursor"]]
    assert len({drawn(ground, system) for ground in grounds}) == len(grounds)


def test_sixteen_colours_still_tell_six_topics_apart(theme: Theme) -> None:
    topics = {
        drawn(theme.variables[topic_variable(position)], ColorSystem.STANDARD) for position in range(TOPICS)
    }
    assert len(topics) >= 6


def test_both_palettes_define_the_same_variables() -> None:
    assert INK.variables.keys() == PAPER.variables.keys()


async def test_stylesheets_can_name_the_variables_from_the_first_paint() -> None:
    class Painted(App[None]):
        CSS = "Static { color: $topic-3; background: $hit; }"

        def __init__(self) -> None:
            super().__init__()
            for theme in THEMES:
                self.register_theme(theme)
            self.theme = "ink"

        def compose(self) -> ComposeResult:
            yield Static()

    app = Painted()
    async with app.run_test():
        styles = app.query_one(Static).styles
        assert styles.color.hex.lower() == INK.variables["topic-3"]
        app.theme = "paper"
    assert styles.background.hex.lower() == PAPER.variables["hit"]
