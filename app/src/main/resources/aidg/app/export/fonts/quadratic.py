"""Makes the fonts that PDF files carry from the desktop's: see README.md beside this file.

Usage: python3 quadratic.py FOLDER_WITH_INTERWORKBENCH_OTF_FILES
"""

import pathlib
import sys

from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable

HERE = pathlib.Path(__file__).parent
LARGEST_ERROR = 1.0  # of 2816 units per em
POST_FORMAT = 2.0

for face in ("Regular", "Medium", "SemiBold"):
    font = TTFont(pathlib.Path(sys.argv[1]) / f"InterWorkbench-{face}.otf")
    order = font.getGlyphOrder()
    outlines = font.getGlyphSet()
    quadratic = {}
    for name in order:
        pen = TTGlyphPen(outlines)
        outlines[name].draw(Cu2QuPen(pen, LARGEST_ERROR, reverse_direction=True))
        quadratic[name] = pen.glyph()
    font["loca"] = newTable("loca")
    font["glyf"] = glyf = newTable("glyf")
    glyf.glyphOrder = order
    glyf.glyphs = quadratic
    for name in order:
        glyf[name].recalcBounds(glyf)
        font["hmtx"][name] = (font["hmtx"][name][0], getattr(glyf[name], "xMin", 0))
    maxp = font["maxp"]
    maxp.tableVersion = 0x00010000
    for field in (
        "maxZones maxTwilightPoints maxStorage maxFunctionDefs maxInstructionDefs maxStackElements "
        "maxSizeOfInstructions maxComponentElements maxPoints maxContours maxCompositePoints "
        "maxCompositeContours maxComponentDepth"
    ).split():
        setattr(maxp, field, 1 if field == "maxZones" else 0)
    font["post"].formatType = POST_FORMAT
    font["post"].extraNames = []
    font["post"].mapping = {}
    # Layout tables are of no use to a PDF writer that sets one glyph per character.
    for table in ("CFF ", "VORG", "GSUB", "GPOS", "GDEF", "DSIG"):
        if table in font:
            del font[table]
    font.sfntVersion = "\000\001\000\000"
    font.recalcTimestamp = False
    font.save(HERE / f"InterWorkbench-{face}.ttf")
    print(face, "done")
