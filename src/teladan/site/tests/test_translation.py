"""The catalogues are kept without gettext."""

import pytest

from teladan.site import translation


@pytest.fixture
def app(tmp_path):
    (tmp_path / "views.py").write_text(
        'from x import gettext as _\n_("Simpan")\nngettext("%(n)s hari", "%(n)s hari", 2)\n'
    )
    (tmp_path / "page.html").write_text(
        '{% load i18n %}{% translate "Batal" %}{% blocktranslate %}Halo {{ nama }}{% endblocktranslate %}'
    )
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "test_x.py").write_text('_("tidak dihitung")')
    return tmp_path


def fill(app, text, english):
    path = translation.catalogue_path(app)
    path.write_text(path.read_text().replace(f'msgid "{text}"\nmsgstr ""', f'msgid "{text}"\nmsgstr "{english}"'))


def test_texts_of_code_and_templates_are_found(app):
    ids = {message.id for message in translation.texts(app) if message.id}
    assert ids == {"Simpan", ("%(n)s hari", "%(n)s hari"), "Batal", "Halo %(nama)s"}


def test_missing_english_is_named(app):
    translation.update(app)
    fill(app, "Batal", "Cancel")
    found = [problem.text for problem in translation.problems(app)]
    assert "Batal" not in found
    assert "Simpan" in found


def test_update_keeps_what_is_translated_and_drops_what_is_gone(app):
    translation.update(app)
    fill(app, "Batal", "Cancel")
    fill(app, "Simpan", "Save")
    (app / "views.py").write_text("")
    assert "no longer used" in {problem.what for problem in translation.problems(app)}
    translation.update(app)
    text = translation.catalogue_path(app).read_text()
    assert 'msgstr "Cancel"' in text
    assert "Simpan" not in text


def test_catalogues_are_compiled_once(app):
    translation.update(app)
    assert translation.compile_catalogues(app) == 1
    assert translation.compile_catalogues(app) == 0
    assert translation.catalogue_path(app).with_suffix(".mo").read_bytes()[:4] == b"\xde\x12\x04\x95"
