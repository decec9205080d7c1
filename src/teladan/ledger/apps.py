from django.apps import AppConfig


class LedgerConfig(AppConfig):
    name = "teladan.ledger"
    label = "ledger"
