"""The rows of an Excel sheet."""

import io

from teladan.people.intake.messages import UnreadableError
from teladan.people.intake.table.limits import refuse_far, within


def xlsx_rows(data: bytes) -> list[list[object]]:
    """Return the cells of the first sheet; raises UnreadableError when damaged or reaching too far."""
    from python_calamine import CalamineWorkbook  # noqa: PLC0415  # only sheets need it

    try:
        sheet = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0)
        # Before every empty cell is made; the library counts one row and one column too few.
        refuse_far(sheet.total_height, sheet.total_width)
        return within(list(row) for row in sheet.to_python(skip_empty_area=False))
    except (MemoryError, UnreadableError):
        raise
    except Exception as error:  # the library raises several kinds for a broken file
        raise UnreadableError("damaged", content="XLSX") from error
