"""The structure of a tagged PDF: what everything on a page is, in reading order."""

from typing import Any, Final, Literal

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObject, PDFString

from decision_aid.report.safe_text import clean

Role = Literal[
    "Document",
    "Sect",
    "Div",
    "H1",
    "H2",
    "H3",
    "P",
    "L",
    "LI",
    "Lbl",
    "LBody",
    "Table",
    "TR",
    "TH",
    "TD",
    "Figure",
    "Span",
]
"""The standard structure types that are used.

Source: ISO 32000-1:2008, 14.8.4.
"""


_HEADINGS: Final[tuple[Role, ...]] = ("H1", "H2", "H3")


class Element:
    """One node of the structure tree.

    It is made when its block is set, so that the tree stands in reading order wherever its parts
    are drawn; what is never drawn, as one of two layouts, leaves no trace.

    Args:
        role: What it is.
        alt: What stands for it where it is not seen.
        scope: What a heading of a table is for.
        columns: Over how many columns of a table it stands.

    Attributes:
        language: Of its text, as in BCP 47; "" where it is the document's.
    """

    def __init__(
        self,
        role: Role,
        *,
        alt: str = "",
        scope: Literal["", "Column", "Row"] = "",
        columns: int = 1,
    ) -> None:
        self.role = role
        self.alt = alt
        self.scope = scope
        self.columns = columns
        self.language = ""
        self.children: list[Element] = []
        self.marks: list[tuple[int, int]] = []

    def add(
        self,
        role: Role,
        *,
        alt: str = "",
        scope: Literal["", "Column", "Row"] = "",
        columns: int = 1,
    ) -> "Element":
        """A new element, the last inside this one."""
        made = Element(role, alt=alt, scope=scope, columns=columns)
        self.children.append(made)
        return made

    @property
    def is_drawn(self) -> bool:
        """Whether anything of it stands on a page."""
        return bool(self.marks) or any(child.is_drawn for child in self.children)


def write_tree(document: Any, root: Element, pages: list[list[Element]]) -> None:
    """Hang the tree into the catalog, and each page's part of it onto the page.

    Args:
        document: ReportLab's document, all of its pages closed.
        root: The top of the tree.
        pages: For each page, the element of each piece of marked content on it.
    """
    tree = _Tree(document)
    top = PDFDictionary({"Type": PDFName("StructTreeRoot")})
    top.dict["K"] = tree.hang(root, document.Reference(top))
    numbers: list[Any] = []
    for number, (page, marked) in enumerate(zip(document.Pages.pages, pages, strict=True)):
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents, page.Tabs = number, PDFName("S")
        numbers += [number, PDFArray([tree.references[id(one)] for one in marked])]
    top.dict["ParentTree"] = PDFDictionary({"Nums": PDFArray(numbers)})
    document.Catalog.StructTreeRoot = top
    document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})


class _Tree:
    """Elements as objects of one PDF.

    Attributes:
        references: The object of each element, by its identity.
    """

    def __init__(self, document: Any) -> None:
        self._document = document
        self._pages = [document.Reference(page) for page in document.Pages.pages]
        self._level = -1
        self.references: dict[int, Any] = {}

    def _role(self, element: Element) -> Role:
        """What it is heard as: a heading never skips a level, however small it is set."""
        if element.role not in _HEADINGS:
            return element.role
        self._level = min(_HEADINGS.index(element.role), self._level + 1)
        return _HEADINGS[self._level]

    def hang(self, element: Element, parent: Any) -> Any:
        """Make the objects of an element and of everything drawn inside it."""
        node = _Node(element, self._role(element), parent, self._pages)
        mine = self.references[id(element)] = self._document.Reference(node)
        node.inside = [self.hang(child, mine) for child in element.children if child.is_drawn]
        return mine


class _Node(PDFObject):  # type: ignore[misc] # ReportLab has no types
    """An element as an object, written at once: there are thousands of them.

    Args:
        element: The element.
        role: What it is heard as.
        parent: The object it is in.
        pages: The object of each page.
    """

    def __init__(self, element: Element, role: Role, parent: Any, pages: list[Any]) -> None:
        self._element = element
        self._role = role
        self._parent = parent
        self._pages = pages
        self.inside: list[Any] = []

    def format(self, document: Any) -> bytes:
        """What is written into the file."""

        def number(reference: Any) -> bytes:
            return bytes(reference.format(document))

        marks = (
            b"<</Type /MCR /Pg %b /MCID %d>>" % (number(self._pages[page]), mark)
            for page, mark in self._element.marks
        )
        kids = b" ".join([*marks, *map(number, self.inside)])
        told = (self._role.encode(), number(self._parent), kids)
        return b"<</Type /StructElem /S /%b /P %b /K [%b]%b%b%b>>" % (
            *told,
            _named("Alt", self._element.alt, document),
            _named("Lang", self._element.language, document),
            _in_table(self._element),
        )


def _named(key: str, text: str, document: Any) -> bytes:
    """An entry of a dictionary; nothing where there is no text."""
    if not text:
        return b""
    return b" /%b %b" % (key.encode(), bytes(PDFString(clean(text)).format(document)))


def _in_table(element: Element) -> bytes:
    scope = b" /Scope /" + element.scope.encode() if element.scope else b""
    columns = b" /ColSpan %d" % element.columns if element.columns > 1 else b""
    return b" /A <</O /Table%b%b>>" % (scope, columns) if scope or columns else b""
