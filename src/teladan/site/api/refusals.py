"""What the API refuses before any of its functions is asked: another address, another method. All answers are JSON."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, JsonResponse
from django.views.decorators.csrf import csrf_exempt


@csrf_exempt
def nothing_here(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Say which addresses there are."""
    error = "there is nothing at this address: POST the facts to /api/assess; /api/openapi.json describes it"
    return JsonResponse({"error": error, "field": ""}, status=404)


def said_in_json(view: Callable[..., Any]) -> Callable[..., Any]:
    """Answer a wrong method with what is wrong and what to do, where Django's answer is empty."""

    @wraps(view)
    def told(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        answer = view(request, *args, **kwargs)
        if answer.status_code != HttpResponseNotAllowed.status_code:
            return answer
        allowed = answer["Allow"]
        error = f"{request.method} is not possible here: use {allowed}"
        return JsonResponse({"error": error, "field": ""}, status=answer.status_code, headers={"Allow": allowed})

    return told
