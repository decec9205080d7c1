"""What the signs of a picture mean. Each kind has its own shape, so that nobody needs its colour."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

SHAPES = {
    "term": "M-5.5 0a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0Z",  # round
    "right": "M-5-5H5V5H-5Z",  # square
    "end": "M0-7.5L7.5 0L0 7.5L-7.5 0Z",  # standing on its tip
    "remission": "M-6.5-5H6.5L0 7Z",  # pointing down
}
BARS = {
    "custody": _("sudah dijalani"),
    "remaining": _("masih dijalani"),
    "substitute": _("pengganti denda yang belum dibayar"),
    "remission": _("dipotong remisi"),
}
DOTS = {
    "term": _("bagian masa pidana"),
    "right": _("hak"),
    "remission": _("hari remisi diberikan"),
    "end": _("akhir pidana"),
}


def shown(bars: Iterable[str], dots: Iterable[str]) -> list[tuple[str, str, str]]:
    """Return kind, shape and words of what one picture shows; a bar has no shape."""
    there, marked = set(bars), set(dots)
    return [
        *((kind, "", str(words)) for kind, words in BARS.items() if kind in there),
        *((kind, SHAPES[kind], str(words)) for kind, words in DOTS.items() if kind in marked),
    ]
