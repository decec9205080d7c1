"""The drafts that were tried, trying one, and what it would do."""

from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from teladan.desk.access import allowed, find
from teladan.desk.lists import export
from teladan.desk.officer import facility_here, officer_of
from teladan.desk.reforms.examples import EXAMPLES
from teladan.desk.reforms.picture import draw
from teladan.desk.reforms.rows import COLUMNS, rows_of
from teladan.desk.reforms.words import GRADES, HARMS, way_name
from teladan.desk.register.refusals import show
from teladan.desk.remission_day.job import progress_of
from teladan.desk.remission_day.numbered import numbered
from teladan.desk.roles import may
from teladan.desk.today import today
from teladan.law.reform import LONGEST
from teladan.rights.errors import RightsError
from teladan.rights.models import ReformRun
from teladan.rights.reforms.compare import HARM, Grade
from teladan.rights.reforms.services import try_reform


class DraftForm(forms.Form):
    """The draft, as a text."""

    text = forms.CharField(
        label=_("Rancangan"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 18, "spellcheck": "false", "class": "tld-draft"}),
        help_text=_("Berkas TOML: mulai berlaku, nama peraturan, dan bagian [[change]] untuk setiap perubahan."),
    )


@allowed("reforms.read")
def reforms(request: HttpRequest) -> HttpResponse:
    runs = ReformRun.objects.filter(facility=facility_here(officer_of(request))).select_related("made_by", "job")
    sheet = numbered(request, runs.defer("result"))
    return render(request, "desk/reforms/list.html", {"sheet": sheet, "page": sheet.page})


@allowed("reforms.work")
def reform_try(request: HttpRequest) -> HttpResponse:
    """Take a draft and ask what it would do; an example to begin with can be chosen."""
    example = EXAMPLES.get(request.GET.get("contoh", ""))
    form = DraftForm(request.POST or None, initial={"text": example.text(today()) if example else ""})
    if request.method == "POST" and form.is_valid():
        try:
            officer = officer_of(request)
            text = form.cleaned_data["text"]
            run = try_reform(facility_here(officer), text, actor=officer, now=timezone.now())
        except RightsError as refused:
            show(form, refused)
        else:
            return redirect("desk:reform", uid=run.uid)
    context = {"form": form, "examples": EXAMPLES.values()}
    return render(request, "desk/reforms/try.html", context, status=422 if form.errors else 200)


@allowed("reforms.read")
def reform(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Show how far the work is, or what a draft would do: numbers to all who may read, names to who sees dates."""
    run = find(request, ReformRun.objects.select_related("facility", "made_by", "job"), uid=uid)
    names = may(request.user, "dates.read")
    if run.result is None:
        context = {"run": run, **(progress_of(run.job) if run.job else {})}
        return render(request, "desk/reforms/waiting.html", context)
    if names and request.GET.get("bentuk") == "xlsx":
        return export.xlsx_file(f"rancangan-{run.name}", COLUMNS, rows_of(run, run.result["moved"]))
    return render(request, "desk/reforms/result.html", _context(request, run, names=names))


def _context(request: HttpRequest, run: ReformRun, *, names: bool) -> dict[str, Any]:
    result: Any = run.result
    grade = request.GET.get("akibat", "")
    wanted = [each for each in result["moved"] if names and grade in ("", each[1])]
    sheet = numbered(request, wanted)
    return {
        "run": run,
        "result": result,
        "grades": [_grade(each, result) for each in Grade],
        "grade": grade if grade in GRADES else "",
        "ways": [(way_name(before), way_name(after), n) for before, after, n in sorted(result["ways"], key=_most)],
        "pictures": [
            (_("Dengan orang baru seperti setahun terakhir"), draw(result, run.first, coming=True)),
            (_("Hanya orang yang sekarang di dalam"), draw(result, run.first, coming=False)),
        ],
        "months": list(zip(map(date.fromisoformat, result["months"]), *_curves(result), strict=True)),
        "names": names,
        "sheet": sheet,
        "page": sheet.page,
        "rows": list(rows_of(run, list(sheet.page))) if names else [],
    }


def _grade(grade: Grade, result: dict[str, Any]) -> dict[str, Any]:
    found = result["grades"][grade]
    return {"code": str(grade), "words": GRADES[grade], "harm": HARMS.get(HARM.get(grade, ""), ""), **found}


def _most(way: list[Any]) -> int:
    return -int(way[2])


def _curves(result: dict[str, Any]) -> list[list[int]]:
    return [result[name] for name in ("before_coming", "after_coming", "before", "after")]
