"""What every face shares: words for codes, the picture of dates, the sums, the calculator."""
