"""Results shown: as JSON, as a table on the terminal, as a page that stands alone, as a workbook."""
