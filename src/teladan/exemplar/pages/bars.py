"""Two series as bars side by side: an SVG of our own, readable without its colours."""

from collections.abc import Mapping

WIDTH, HEIGHT, LEFT, BOTTOM, TOP = 760, 360, 50, 300, 60
BAR, GAP = 42, 112
COLOURS = ("#1d4f5c", "#d58a1f")  # deep teal and amber: told apart in grey, too


def draw(title: str, names: tuple[str, str], first: Mapping[int, float], second: Mapping[int, float]) -> str:
    """Return an SVG of two shares (0 to 1) by month."""
    most = max([*first.values(), *second.values()])
    parts = [_head(title), _legend(names), _axis(most)]
    for place, month in enumerate(sorted(first)):
        x = LEFT + 20 + place * GAP
        parts += [_bar(x, first[month], most, 0), _bar(x + BAR + 4, second.get(month, 0), most, 1)]
        parts.append(_text(x + BAR + 2, BOTTOM + 22, f"{month} mo", anchor="middle"))
    return "\n".join([*parts, "</svg>\n"])


def _head(title: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        f'font-family="sans-serif" font-size="14"><title>{title}</title>'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>'
    )


def _legend(names: tuple[str, str]) -> str:
    made = []
    for place, (name, colour) in enumerate(zip(names, COLOURS, strict=True)):
        x = LEFT + 20 + 330 * place
        made.append(f'<rect x="{x}" y="16" width="14" height="14" fill="{colour}"/>{_text(x + 22, 28, name)}')
    return "\n".join(made)


def _axis(most: float) -> str:
    line = f'<path d="M{LEFT} {TOP}V{BOTTOM}H{WIDTH - 20}" fill="none" stroke="#333333"/>'
    marks = [_text(LEFT - 8, _y(most * part, most) + 5, f"{100 * most * part:.0f}%", anchor="end") for part in (0.5, 1)]
    return "\n".join([line, *marks])


def _bar(x: int, value: float, most: float, series: int) -> str:
    y = _y(value, most)
    label = _text(x + BAR / 2, y - 5, f"{100 * value:.0f}%", anchor="middle")
    return f'<rect x="{x}" y="{y}" width="{BAR}" height="{BOTTOM - y}" fill="{COLOURS[series]}"/>{label}'


def _y(value: float, most: float) -> int:
    return round(BOTTOM - (BOTTOM - TOP - 20) * value / most)


def _text(x: float, y: float, words: str, *, anchor: str = "start") -> str:
    return f'<text x="{x:g}" y="{y:g}" text-anchor="{anchor}" fill="#1b1b1b">{words}</text>'
