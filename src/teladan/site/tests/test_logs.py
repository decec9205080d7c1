"""Logs say what happened and nothing about whom."""

import json
import logging
import sys

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import Http404
from django.test import RequestFactory

from teladan.site.logs import JsonLines
from teladan.site.middleware import access_log


def line(**record):
    facts = {
        "name": "t",
        "level": logging.INFO,
        "pathname": "",
        "lineno": 1,
        "msg": "event",
        "args": (),
        "exc_info": None,
    }
    made = logging.LogRecord(**(facts | record))
    return made, lambda: JsonLines().format(made)


def test_arguments_stay_out():
    _record, text = line(msg="signed in: %s", args=("Nama Seseorang",))
    assert json.loads(text())["event"] == "signed in: %s"
    assert "Seseorang" not in text()


def test_only_known_extras_are_written():
    record, text = line()
    record.status, record.username = 200, "Nama Seseorang"
    assert json.loads(text())["status"] == 200
    assert "Seseorang" not in text()


def test_failure_names_its_kind_and_places_but_not_its_message():
    try:
        raise ValueError("Nama Seseorang")  # noqa: TRY301
    except ValueError:
        _record, text = line(exc_info=sys.exc_info())
    event = json.loads(text())
    assert event["exception"] == "builtins.ValueError"
    assert "test_logs.py" in event["places"][-1]
    assert "Seseorang" not in text()


def test_a_page_that_fails_leaves_the_line_it_failed_on(caplog):
    request = RequestFactory().get("/")
    request.request_id = "abc"
    access_log(lambda _request: None).process_exception(request, ValueError("Nama Seseorang"))
    (record,) = caplog.records
    assert record.request_id == "abc"
    assert JsonLines().format(record).count("Seseorang") == 0
    assert json.loads(JsonLines().format(record))["exception"] == "builtins.ValueError"


@pytest.mark.parametrize("refusal", [Http404("Nama Seseorang"), PermissionDenied(), SuspiciousOperation()])
def test_a_refusal_is_no_fault_in_the_log(caplog, refusal):
    request = RequestFactory().get("/")
    request.request_id = "abc"
    access_log(lambda _request: None).process_exception(request, refusal)
    assert caplog.records == []


def test_the_host_that_a_visitor_sent_stays_out():
    _record, text = line(name="django.security.DisallowedHost", msg="Invalid HTTP_HOST header: 'nama-seseorang'")
    assert json.loads(text())["event"] == "refused"
