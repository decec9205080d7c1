"""Filling in a form as a browser does: what the page shows, with some of it changed."""

from html.parser import HTMLParser


class Form(HTMLParser):
    """The fields of the last form of a page that is sent by POST to the page itself."""

    def __init__(self, html):
        super().__init__()
        self.fields, self.select, self.textarea, self.inside = {}, None, None, False
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag == "form":
            self.inside = given.get("method") == "post" and "action" not in given
        if not self.inside:
            return
        if tag == "input" and self._sent(given):
            ticked = given.get("type") in {"radio", "checkbox"}
            self.fields[given["name"]] = given.get("value", "on" if ticked else "")
        elif tag == "select":
            self.select = given["name"]
        elif tag == "option" and "selected" in given:
            self.fields[self.select] = given["value"]
        elif tag == "textarea":
            self.textarea = given["name"]
            self.fields[self.textarea] = ""

    def handle_endtag(self, tag):
        if tag == "textarea":
            self.textarea = None
        if tag == "form":
            self.inside = False

    def handle_data(self, data):
        if self.textarea:
            self.fields[self.textarea] += data

    @staticmethod
    def _sent(given):
        return "name" in given and (given.get("type") not in {"radio", "checkbox"} or "checked" in given)


def fields_of(client, url):
    answer = client.get(url)
    assert answer.status_code == 200, answer.content.decode()
    return Form(answer.content.decode()).fields


def send(client, url, **typed):
    """Open the page, change what is `typed`, send it."""
    return client.post(url, fields_of(client, url) | typed)
