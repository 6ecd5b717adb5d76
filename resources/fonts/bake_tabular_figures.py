#!/usr/bin/env python3
"""Makes a copy of an Inter font file whose plain digits are the tabular ones.

Qt 6.4 has no way to switch the OpenType feature `tnum` on, so numbers would change their width while they count. The digits
of `cmap` are mapped to the glyphs that `tnum` puts in their place, and the family is renamed (so that it differs from an
installed Inter).

usage: bake_tabular_figures.py IN.otf OUT.otf "Family name"
"""
import sys

from fontTools.ttLib import TTFont


def tabular_glyphs(font):
    """Single substitutions of the feature tnum: plain glyph name -> tabular glyph name."""
    table = font["GSUB"].table
    lookups = {i for record in table.FeatureList.FeatureRecord if record.FeatureTag == "tnum"
               for i in record.Feature.LookupListIndex}
    found = {}
    for index in sorted(lookups):
        for subtable in table.LookupList.Lookup[index].SubTable:
            subtable = getattr(subtable, "ExtSubTable", subtable)
            if hasattr(subtable, "mapping"):
                found.update(subtable.mapping)
    return found


def main():
    source, target, family = sys.argv[1:4]
    font = TTFont(source)
    glyphs = tabular_glyphs(font)
    characters = "0123456789"
    for table in font["cmap"].tables:
        for character in characters:
            code = ord(character)
            if code in table.cmap:
                # Subtables may share one dictionary: a digit already mapped stays.
                table.cmap[code] = glyphs.get(table.cmap[code], table.cmap[code])
    # Instances of the variable font are rounded one by one: a unit or two apart in some weights.
    tabular = [font.getBestCmap()[ord(c)] for c in characters]
    width = max(font["hmtx"][glyph][0] for glyph in tabular)
    for glyph in tabular:
        advance, bearing = font["hmtx"][glyph]
        if width - advance > 8:
            sys.exit(f"{source}: the tabular digits differ in width")
        font["hmtx"][glyph] = (width, bearing)
    names = font["name"]
    style = names.getDebugName(17) or names.getDebugName(2) or "Regular"
    postscript = family.replace(" ", "") + "-" + style.replace(" ", "")
    for record in list(names.names):
        new = {1: family if style in ("Regular", "Bold") else f"{family} {style}", 3: postscript, 4: f"{family} {style}",
               6: postscript, 16: family, 17: style}.get(record.nameID)
        if new is not None:
            names.setName(new, record.nameID, record.platformID, record.platEncID, record.langID)
    if "CFF " in font:
        cff = font["CFF "].cff
        cff.fontNames = [postscript]
        cff.topDictIndex[0].FamilyName = family
        cff.topDictIndex[0].FullName = f"{family} {style}"
    # No time stamp of the build in the file: the same input gives the same bytes.
    font.recalcTimestamp = False
    font.save(target)


main()
