"""What the desk itself keeps: nothing but which buttons were pressed, so that pressing twice does once."""

from django.conf import settings
from django.db import models


class Press(models.Model):
    """A form that was sent and done. `key` is made when the page is shown."""

    key = models.UUIDField(primary_key=True)
    officer = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    made = models.CharField(max_length=64, blank=True, help_text="Name of what was made, to lead a second press there.")
    at = models.DateTimeField(auto_now_add=True, db_index=True)

    class Meta:
        verbose_name = "press"

    def __str__(self) -> str:
        return str(self.key)
