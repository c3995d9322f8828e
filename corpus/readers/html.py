"""HTML: the main text of a page; menus, banners and the like are left out."""

from corpus.contents import Contents, RawFile
from corpus.markup.web_pages import web_page


def read(file: RawFile) -> Contents:
    """The blocks of a page in the encoding given, declared in it, or recognised by its letters."""
    return web_page(file)
