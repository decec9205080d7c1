"""From a file to its text: TXT, DOCX, PDF; and what to say when that fails."""
