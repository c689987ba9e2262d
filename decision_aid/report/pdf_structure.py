"""The structure of a tagged PDF: what everything on a page is, in reading order."""

from typing import Any, Literal

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString

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
]
"""The standard structure types that are used.

Source: ISO 32000-1:2008, 14.8.4.
"""


class Element:
    """One node of the structure tree.

    It is made when its block is set, so that the tree stands in reading order wherever its parts
    are drawn; what is never drawn, as one of two layouts, leaves no trace.

    Args:
        role: What it is.
        alt: What stands for it where it is not seen.
        scope: What a heading of a table is for.
        columns: Over how many columns of a table it stands.
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
    top = PDFDictionary({"Type": PDFName("StructTreeRoot")})
    tree = _Tree(document)
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
        self.references: dict[int, Any] = {}

    def hang(self, element: Element, parent: Any) -> Any:
        """Make the objects of an element and of everything drawn inside it."""
        node = PDFDictionary({"Type": PDFName("StructElem"), "S": PDFName(element.role)})
        mine = self.references[id(element)] = self._document.Reference(node)
        node.dict["P"] = parent
        inside = [self.hang(child, mine) for child in element.children if child.is_drawn]
        node.dict["K"] = PDFArray([*map(self._mark, element.marks), *inside])
        if element.alt:
            node.dict["Alt"] = PDFString(element.alt)
        if element.scope or element.columns > 1:
            node.dict["A"] = _in_table(element)
        return mine

    def _mark(self, mark: tuple[int, int]) -> Any:
        page, number = mark
        drawn = self._document.Reference(self._document.Pages.pages[page])
        return PDFDictionary({"Type": PDFName("MCR"), "Pg": drawn, "MCID": number})


def _in_table(element: Element) -> Any:
    told: dict[str, Any] = {"O": PDFName("Table")}
    if element.scope:
        told["Scope"] = PDFName(element.scope)
    if element.columns > 1:
        told["ColSpan"] = element.columns
    return PDFDictionary(told)
