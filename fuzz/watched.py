"""Libraries in Python that read for us: their branches guide the search too. Nothing is imported here.

Coverage can only be counted in what is imported after atheris was told of it.
"""

WATCHED = {
    "html": ("trafilatura", "htmldate"), "pdf": ("pypdf",), "docx": ("docx",), "docx-text": ("docx",),
    "mail": ("email",), "feed": ("feedparser",), "warc": ("warcio",), "zip": ("zipfile",), "tar": ("tarfile",),
    "gz": ("gzip",), "corrections": ("tomllib",),
}  # fmt: skip
