"""Static files with their content's hash in the name, so that a slow link loads each only once."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedStaticFiles(CompressedManifestStaticFilesStorage):
    """Hashed and compressed; imports between our own scripts are rewritten too."""

    support_js_module_import_aggregation = True
