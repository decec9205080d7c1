"""Working a page with the keyboard alone."""

MOST = 150


def tab_to(page, target):
    """Press Tab until `target` has the focus; fail when it is never reached."""
    for _press in range(MOST):
        page.keyboard.press("Tab")
        if target.evaluate("element => element === document.activeElement"):
            return target
    raise AssertionError(f"{target} cannot be reached with the Tab key")


def press(page, target, key="Enter"):
    """Reach a link, button or box with Tab and press it."""
    tab_to(page, target)
    page.keyboard.press(key)


def fill(page, target, text):
    """Reach a field with Tab and type."""
    tab_to(page, target)
    page.keyboard.press("Control+A")
    page.keyboard.type(text)
