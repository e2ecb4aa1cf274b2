"""A picture in a paper may only be looked at: anything that could run, fetch or restyle is refused."""

from lxml import etree

from goldenthread.publish.reports.document.faults import DocumentError

_SHAPES = {"path", "line", "polyline", "polygon", "rect", "circle", "ellipse", "text", "tspan"}
_ABOUT_THEM = {
    "svg",
    "g",
    "title",
    "desc",
    "defs",
    "marker",
    "clipPath",
    "pattern",
    "linearGradient",
    "radialGradient",
    "stop",
}
_DRAWN = _SHAPES | _ABOUT_THEM


def refuse_more_than_a_drawing(svg: str, title: str) -> None:
    """Raises DocumentError unless the text is one SVG element made of shapes and words."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(svg.encode(), parser)
    except etree.XMLSyntaxError as fault:
        raise DocumentError(f"The chart “{title}” is not a well-formed drawing ({fault}). Draw it again.") from fault
    if "<!doctype" in svg.lower():
        raise DocumentError(f"The chart “{title}” declares a document type, which a drawing in a paper may not.")
    for element in root.iter():
        _refuse(element, title)


def _refuse(element: etree._Element, title: str) -> None:
    name = etree.QName(element).localname if isinstance(element.tag, str) else "comment or entity"
    if name not in _DRAWN:
        raise DocumentError(f"The chart “{title}” holds a “{name}”, which a drawing in a paper may not.")
    for attribute, value in element.attrib.items():
        local = etree.QName(str(attribute)).localname.lower()
        fetches = "url(" in str(value).replace("url(#", "").lower()
        if local.startswith("on") or local in ("href", "style") or fetches:
            raise DocumentError(
                f"The chart “{title}” holds the attribute “{local}”, which a drawing in a paper may not."
            )
