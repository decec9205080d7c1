"""A changed number is named by its rule; nothing of the files but the comments escapes."""

import pytest

from teladan.law import regulations, rule_digests
from teladan.law.criteria import REGISTRY
from teladan.law.rights import RIGHTS
from teladan.law.rule_digests import differing


@pytest.fixture
def changed(monkeypatch):
    """`changed(file, edit)`: the digests as they would be with that file edited."""

    def again(file, edit):
        read = regulations.table.__wrapped__

        def table(name):
            found = read(name)
            if name == file:
                edit(found)
            return found

        monkeypatch.setattr(regulations, "table", table)
        return dict(rule_digests._digests())

    return again


def test_every_dated_version_of_a_rule_and_every_table_has_a_digest():
    names = set(rule_digests.rule_digests())
    versions = sum(len(found.laws) for registry in (RIGHTS, REGISTRY) for found in registry.values())
    assert sum(name.startswith(("right.", "criterion.")) for name in names) == versions
    files = {path.stem for path in regulations.FOLDER.glob("*.toml")}
    assert {f"{file}.{name}" for file in files for name in regulations.table(file)} <= names


def test_nothing_differs_from_itself():
    assert differing(rule_digests.rule_digests(), dict(rule_digests._digests())) == ()


@pytest.mark.parametrize(
    ("file", "edit", "name"),
    [
        ("arithmetic", lambda found: found["credit"].update(house=4), "arithmetic.credit"),
        (
            "remissions",
            lambda found: found["general_remission"]["title"].update(id="X"),
            "remissions.general_remission",
        ),
        ("served", lambda found: found["adult"][0].update(days=181), "served.adult"),
    ],
)
def test_a_changed_table_is_named(changed, file, edit, name):
    before = rule_digests.rule_digests()
    assert differing(before, changed(file, edit)) == (name,)


def test_a_changed_number_of_a_rule_is_named_by_its_version():
    before = dict(rule_digests.rule_digests())
    right = RIGHTS["general_remission"]
    name = f"right.general_remission.{right.laws[0].first}"
    known = next(each for each in before if each.startswith("right.general_remission."))
    after = before | {known: "other"}
    assert differing(before, after) == (known,)
    assert differing(before, {each: digest for each, digest in before.items() if each != known}) == (known,)
    assert name not in before  # names carry dates, not numbers of days


def test_two_rules_with_other_numbers_have_other_digests():
    version = RIGHTS["general_remission"].laws[0]
    numbers = {**version.numbers, "month": 9}
    other = regulations.Version(version.first, version.last, version.law, version.scope, numbers, version.unread)
    assert rule_digests._digest(rule_digests._written(version)) != rule_digests._digest(rule_digests._written(other))
