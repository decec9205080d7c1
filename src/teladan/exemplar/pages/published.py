"""What was printed about remissions at Lapas Kupang and in the province, with where."""

INSIDE = 501  # September 2025, kupang.antaranews.com/berita/168845
GENERAL = 419  # 17 August 2025, kupang.antaranews.com/berita/165985
DECADE = 426  # the same page
NATAL_2024 = 371  # mediantt (?p=35759)
# Months: people in the province on 17 August 2025 (the 2 months are derived from the total, printed as 1).
BY_MONTHS = {1: 360, 2: 442, 3: 612, 4: 426, 5: 373, 6: 94}
