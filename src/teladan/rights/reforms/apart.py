"""The forecast under a draft, made in a process of its own: the law of this process stays what it is."""

import datetime as dt
import subprocess
import sys

from teladan.law.columns import People
from teladan.law.feasts import Feasts
from teladan.law.forecast import Forecast
from teladan.law.reform import Reform, ReformError
from teladan.rights.reforms import carry

SECONDS = 1800  # 280,000 people need some minutes


def forecast_under(draft: Reform, people: People, as_of: dt.date, feasts: Feasts) -> Forecast:
    """Return the path of each person with the draft as law from its first day. ReformError: it does not fit the law."""
    text = draft.text.encode()
    question = carry.pack({"as_of": as_of.isoformat()}, carry.of_people(people) | carry.of_feasts(feasts))
    command = [sys.executable, "-P", "-m", "teladan.rights.reforms.worker"]
    done = subprocess.run(  # noqa: S603
        command,
        input=len(text).to_bytes(8, "big") + text + question,
        capture_output=True,
        timeout=SECONDS,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"the forecast under {draft.name} ended with {done.returncode}: {done.stderr[-2000:]!r}")
    header, arrays = carry.unpack(done.stdout)
    if wrong := header.get("wrong"):
        raise ReformError(
            "change",
            f"Rancangan ini tidak dapat dihitung: {wrong}. Syarat yang ditambahkan mungkin tidak cocok untuk hak itu.",
            f"This draft cannot be computed: {wrong}. A condition put in may not fit that right.",
        )
    return carry.to_forecast(as_of, arrays)
