"""How Sphinx builds these pages: ``make docs``. The output opens from the disk, without network."""

from importlib.metadata import version as installed

project = "regraph"
release = version = installed("regraph")
extensions = ["myst_parser"]
myst_heading_anchors = 3
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = "regraph"
html_show_copyright = False
html_copy_source = False
html_show_sourcelink = False
html_extra_path = ["extract.schema.json"]
