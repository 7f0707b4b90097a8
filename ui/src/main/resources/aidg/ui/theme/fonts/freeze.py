"""Makes the bundled fonts from Inter's static OpenType files: see README.md beside this file.

Usage: python3 freeze.py FOLDER_WITH_INTER_OTF_FILES
"""

import pathlib
import sys

from fontTools import subset
from fontTools.ttLib import TTFont

HERE = pathlib.Path(__file__).parent
FAMILY = "Inter Workbench"
# file, new family, new style: JavaFX knows regular and bold only, so Medium is a family of its own.
FACES = [
    ("Inter-Regular", FAMILY, "Regular"),
    ("Inter-Medium", FAMILY + " Medium", "Regular"),
    ("Inter-SemiBold", FAMILY, "Bold"),
]
LATIN = [
    *range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x2010, 0x2016), *range(0x2018, 0x201F),
    0x2022, 0x2026, 0x2030, 0x2032, 0x2033, 0x2039, 0x203A, 0x20AC, 0x2122, *range(0x2190, 0x2194),
    0x2212, 0x2248, 0x2260, 0x2264, 0x2265, 0x202F, 0x2009, 0x21E7, 0x23CE, 0x21B5, 0x2318,
]
TABULAR = {*map(ord, "0123456789+"), 0x2212}


def tabular_glyphs(font):
    """What the `tnum` feature would replace, as a dictionary of glyph names."""
    gsub = font["GSUB"].table
    replaced = {}
    for record in gsub.FeatureList.FeatureRecord:
        if record.FeatureTag == "tnum":
            for index in record.Feature.LookupListIndex:
                for table in gsub.LookupList.Lookup[index].SubTable:
                    replaced.update(getattr(getattr(table, "ExtSubTable", table), "mapping", {}))
    return replaced


def rename(font, family, style):
    name = font["name"]
    postscript = family.replace(" ", "") + "-" + style
    for entry in list(name.names):
        if entry.nameID in (16, 17, 18, 21, 22, 25):
            name.removeNames(nameID=entry.nameID)
    for identity, text in {1: family, 2: style, 3: postscript, 4: family + " " + style, 6: postscript}.items():
        name.setName(text, identity, 3, 1, 0x409)
    bold = style == "Bold"
    font["OS/2"].fsSelection = (font["OS/2"].fsSelection & ~0b1100001) | (0b100000 if bold else 0b1000000)
    font["OS/2"].usWeightClass = 700 if bold else 400
    font["head"].macStyle = 1 if bold else 0
    if "CFF " in font:
        cff = font["CFF "].cff
        cff.fontNames = [postscript]
        top = cff.topDictIndex[0]
        top.FamilyName, top.FullName, top.Weight = family, family + " " + style, style


for source, family, style in FACES:
    font = TTFont(pathlib.Path(sys.argv[1]) / (source + ".otf"))
    frozen = tabular_glyphs(font)
    for table in font["cmap"].tables:
        for code in TABULAR & table.cmap.keys():
            table.cmap[code] = frozen.get(table.cmap[code], table.cmap[code])
    options = subset.Options(layout_features=["kern", "ccmp", "locl", "mark", "mkmk"], name_IDs=["*"], hinting=True)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=LATIN)
    subsetter.subset(font)
    digits = [font.getBestCmap()[ord(digit)] for digit in "0123456789"]
    widest = max(font["hmtx"][glyph][0] for glyph in digits)
    for glyph in digits:  # Inter 3.19 is 2 of 2816 units off on some fours
        font["hmtx"][glyph] = (widest, font["hmtx"][glyph][1])
    rename(font, family, style)
    font.save(HERE / (source.replace("Inter-", "InterWorkbench-") + ".otf"))
    print(family, style, "done")
