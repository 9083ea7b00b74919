"""From bytes to statements: read, clean, segment, scan, resolve within the source, relate."""
