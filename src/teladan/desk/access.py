"""The gate before every page of the desk. A page without `allowed` does not start."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from django.core.exceptions import PermissionDenied
from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.urls import URLPattern, path

from teladan.desk.roles import facility_of, may

View = Callable[..., HttpResponseBase]
Row = TypeVar("Row", bound=Model)


def allowed(permission: str) -> Callable[[View], View]:
    """Let through only officers with this permission; others get the 403 page, visitors the sign-in page."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            require(request.user, permission)
            return view(request, *args, **kwargs)

        guarded.permission = permission  # type: ignore[attr-defined]
        return guarded

    return decorate


def require(officer: Any, permission: str, thing: Any = None) -> None:
    """Refuse with the 403 page unless the officer may do this to this thing."""
    if not may(officer, permission, thing):
        raise PermissionDenied(permission)


def find(request: HttpRequest, rows: QuerySet[Row], **lookup: Any) -> Row:
    """Return one row of the officer's own facility; 404 when there is none, also when another facility has it."""
    row = rows.filter(**lookup).first()
    if row is None or facility_of(row) != request.user.facility_id:  # type: ignore[union-attr]
        raise Http404
    return row


def page(route: str, view: View, name: str) -> URLPattern:
    """Declare an address of the desk; refuses a view that does not say who may use it."""
    if not hasattr(view, "permission"):
        raise TypeError(f"{name}: put @allowed(...) on the view")
    return path(route, view, name=name)
