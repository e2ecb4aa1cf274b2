from io import BytesIO
from string import Template
from xml.sax.saxutils import quoteattr

from docx.document import Document as Docx

from goldenthread.publish.reports.document import Figure

_EMU_A_TWENTIETH = 635  # English Metric Units in a twentieth of a point
_INLINE = Template("""
<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">
<wp:extent $size/><wp:docPr $named/>
<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>
<pic:nvPicPr><pic:cNvPr $named/><pic:cNvPicPr/></pic:nvPicPr>
<pic:blipFill><a:blip r:embed="$relation"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>
<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext $size/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>
</pic:pic></a:graphicData></a:graphic>
</wp:inline></w:drawing></w:r>
""")


def picture_xml(docx: Docx, figure: Figure, png: bytes, width: int, number: int) -> str:
    """The picture, `width` twentieths of a point wide, with the chart's description for those who cannot see it."""
    relation, image = docx.part.get_or_add_image(BytesIO(png))
    across = width * _EMU_A_TWENTIETH
    size = f'cx="{across}" cy="{across * image.px_height // image.px_width}"'
    named = f'id="{number}" name="Figure {number}" descr={quoteattr(figure.description)}'
    return _INLINE.substitute(relation=relation, size=size, named=named).replace("\n", "")
