"""A sheet with one verdict a row (XLSX, CSV): its columns, its rows, and everything that is wrong with them."""
