"""The time zone of the machine changes nothing: neither a date of the answer nor which day is today."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

FACTS = '{"detention": [{"start": "2024-02-11"}], "sentences": [{"kind": "prison", "term": {"years": 5}}]}'
FAR_APART = ("Pacific/Kiritimati", "Pacific/Pago_Pago")  # 25 hours: never the same day on the wall
API = """
import sys
from teladan.site.wsgi import application
from django.conf import settings
from django.test import Client
settings.ALLOWED_HOSTS = ["*"]
answer = Client().post("/api/v1/assess", sys.argv[1], content_type="application/json")
sys.stdout.buffer.write(answer.content)
"""


def run(command, zone, folder, text=""):
    place = os.environ | {"TZ": zone, "TELADAN_VAR": str(folder), "TELADAN_LOG_LEVEL": "ERROR"}
    done = subprocess.run(  # noqa: S603
        command, input=text, env=place, capture_output=True, text=True, check=True, timeout=120
    )
    return done.stdout


@pytest.mark.parametrize(
    ("command", "text"),
    [
        ([Path(sys.executable).with_name("teladan"), "assess", "-", "--json"], FACTS),
        ([sys.executable, "-c", API, FACTS], ""),
    ],
    ids=["command", "api"],
)
def test_the_same_answer_wherever_the_machine_believes_to_be(command, text, tmp_path):
    answers = [run(command, zone, tmp_path, text) for zone in FAR_APART]
    assert '"parole"' in answers[0]
    assert answers[0] == answers[1]
