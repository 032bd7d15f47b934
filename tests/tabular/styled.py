"""The same list with number formats, hidden and struck rows, as each kind of workbook."""

import io
import struct
import zipfile

import xlwt
from openpyxl import Workbook
from openpyxl.styles import Font

HUNDRED, DOLLAR, PERCENT, NUMBER, EURO = '0.00" €/100 St"', '0.00" $"', "0%", "00000", "0.00 [$€-407]"
PLAIN = "General"
NUMBER_STYLES = {
    PLAIN: '<number:number-style style:name="{0}"><number:number number:min-integer-digits="1"/></number:number-style>',
    HUNDRED: '<number:number-style style:name="{0}"><number:number number:decimal-places="2"'
    ' number:min-integer-digits="1"/><number:text> €/100 St</number:text></number:number-style>',
    DOLLAR: '<number:number-style style:name="{0}"><number:number number:decimal-places="2"'
    ' number:min-integer-digits="1"/><number:text> $</number:text></number:number-style>',
    PERCENT: '<number:percentage-style style:name="{0}"><number:number number:decimal-places="0"'
    ' number:min-integer-digits="1"/><number:text>%</number:text></number:percentage-style>',
    NUMBER: '<number:number-style style:name="{0}"><number:number number:decimal-places="0"'
    ' number:min-integer-digits="5"/></number:number-style>',
    EURO: '<number:currency-style style:name="{0}P0"><number:number number:decimal-places="2"'
    ' number:min-integer-digits="1"/><number:text> </number:text><number:currency-symbol>€</number:currency-symbol>'
    '</number:currency-style><number:currency-style style:name="{0}"><number:text>-</number:text><number:number'
    ' number:decimal-places="2" number:min-integer-digits="1"/><number:currency-symbol>€</number:currency-symbol>'
    '<style:map style:condition="value()&gt;=0" style:apply-style-name="{0}P0"/></number:currency-style>',
}


def styled(kind, rows, formats, hidden=(), struck=()):
    """formats: column → format of all its cells below the first row; hidden: rows from 1; struck: (row, column)."""
    looks = [
        [(formats.get(at, PLAIN) if number > 1 else PLAIN, (number, at) in struck) for at in range(len(row))]
        for number, row in enumerate(rows, 1)
    ]
    return WRITERS[kind](rows, looks, hidden)


def xlsx(rows, looks, hidden):
    book = Workbook()
    sheet = book.active
    sheet.title = "Liste"
    for row in rows:
        sheet.append(row)
    for cells, of_row in zip(sheet.iter_rows(), looks, strict=True):
        for cell, (code, line) in zip(cells, of_row, strict=True):
            cell.number_format, cell.font = code, Font(strike=line)
    for row in hidden:
        sheet.row_dimensions[row].hidden = True
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def xls(rows, looks, hidden):
    book = xlwt.Workbook()
    sheet = book.add_sheet("Liste")
    for number, (row, of_row) in enumerate(zip(rows, looks, strict=True)):
        sheet.row(number).hidden = number + 1 in hidden
        for at, (value, (code, line)) in enumerate(zip(row, of_row, strict=True)):
            style = xlwt.XFStyle()
            style.num_format_str, style.font.struck_out = code, line
            sheet.write(number, at, value, style)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def small_xls(stream):
    """A container as LibreOffice writes it for a short list: the stream lies in small sectors of 64 bytes."""
    end, free = 0xFFFFFFFE, 0xFFFFFFFF
    small = stream.ljust(-(-len(stream) // 512) * 512, b"\0")
    data, minis = range(3, 3 + len(small) // 512), range(-(-len(stream) // 64))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<5H", 62, 3, 0xFFFE, 9, 6) + bytes(10)
    head += struct.pack("<9I", 1, 1, 0, 4096, 2, 1, end, 0, 0)
    fat = [0xFFFFFFFD, end, end, *data[1:], end]
    entries = [("Root Entry", 5, 3, len(small)), ("Workbook", 2, 0, len(stream)), ("", 0, 0, 0), ("", 0, 0, 0)]
    return b"".join(
        [
            head + struct.pack(f"<{(512 - len(head)) // 4}I", *[free] * ((512 - len(head)) // 4)),
            struct.pack("<128I", *fat, *[free] * (128 - len(fat))),
            *(
                name.encode("utf-16-le").ljust(64, b"\0")
                + struct.pack("<HBB3I", 2 * len(name) + 2, kind, 1, free, 1 if kind == 5 else free, free)[:16]
                + bytes(36)
                + struct.pack("<III", start, size, 0)
                for name, kind, start, size in entries
            ),
            struct.pack("<128I", *minis[1:], end, *[free] * (128 - len(minis))),
            small,
        ]
    )


def ods(rows, looks, hidden):
    names = {look: f"ce{at}" for at, look in enumerate(dict.fromkeys(look for of_row in looks for look in of_row))}
    styles = "".join(
        NUMBER_STYLES[code].format(f"N{name}")
        + f'<style:style style:name="{name}" style:family="table-cell" style:data-style-name="N{name}">'
        + f'<style:text-properties style:text-line-through-style="{"solid" if line else "none"}"/></style:style>'
        for (code, line), name in names.items()
    )
    table = "".join(
        f'<table:table-row table:visibility="{"collapse" if number in hidden else "visible"}">'
        + "".join(map(ods_cell, row, (names[look] for look in of_row)))
        + "</table:table-row>"
        for number, (row, of_row) in enumerate(zip(rows, looks, strict=True), 1)
    )
    return ods_of(styles, table)


def ods_cell(value, style, more=""):
    text = isinstance(value, str)
    kind = 'office:value-type="string"' if text else f'office:value-type="float" office:value="{value}"'
    return f'<table:table-cell table:style-name="{style}" {kind} {more}><text:p>{value}</text:p></table:table-cell>'


def ods_of(styles, table, head=""):
    spaces = "".join(
        f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{full}:1.0"'
        for name, full in {
            "office": "office",
            "style": "style",
            "table": "table",
            "text": "text",
            "number": "datastyle",
        }.items()
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?>{head}<office:document-content{spaces}>'
        f"<office:automatic-styles>{styles}</office:automatic-styles><office:body><office:spreadsheet>"
        f'<table:table table:name="Liste">{table}</table:table></office:spreadsheet></office:body>'
        "</office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    return zipped({"mimetype": kind, "META-INF/manifest.xml": "<manifest/>", "content.xml": content})


def xlsb(rows, looks, hidden):
    ids = {look: at for at, look in enumerate(dict.fromkeys(look for of_row in looks for look in of_row))}
    styles = group(615, [record(44, struct.pack("<H", 164 + at) + wide(code)) for (code, _), at in ids.items()])
    styles += group(611, [record(43, struct.pack("<HH", 200, 8 * line)) for _, line in ids])
    styles += group(626, [record(47, struct.pack("<HHH", 0xFFFF, 0, 0) + bytes(10))])
    styles += group(617, [record(47, struct.pack("<HHH", 0, 164 + at, at) + bytes(10)) for at in ids.values()])
    sheet = record(145)
    for number, (row, of_row) in enumerate(zip(rows, looks, strict=True)):
        sheet += record(0, struct.pack("<IIHBBB", number, 0, 300, 0, 0x10 * (number + 1 in hidden), 0))
        for at, (value, look) in enumerate(zip(row, of_row, strict=True)):
            place = struct.pack("<II", at, ids[look])
            text = isinstance(value, str)
            sheet += record(6, place + wide(value)) if text else record(5, place + struct.pack("<d", value))
    relations = "http://schemas.openxmlformats.org/"
    return zipped(
        {
            "xl/workbook.bin": record(143)
            + record(156, struct.pack("<II", 0, 1) + wide("rId1") + wide("Liste"))
            + record(144)
            + record(157)
            + record(132),
            "xl/_rels/workbook.bin.rels": f'<Relationships xmlns="{relations}package/2006/relationships"><Relationship'
            f' Id="rId1" Type="{relations}officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.bin"/>'
            "</Relationships>",
            "xl/styles.bin": record(278) + styles + record(279),
            "xl/worksheets/sheet1.bin": record(129)
            + record(148, struct.pack("<IIII", 0, len(rows) - 1, 0, len(rows[0]) - 1))
            + sheet
            + record(146)
            + record(130),
        }
    )


def record(kind, body=b""):
    return varied(kind) + varied(len(body)) + body


def group(kind, records):
    return record(kind, struct.pack("<I", len(records))) + b"".join(records) + record(kind + 1)


def varied(number):
    found = b""
    while number > 127:
        found, number = found + bytes([number & 127 | 128]), number >> 7
    return found + bytes([number])


def wide(text):
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def zipped(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


WRITERS = {"xlsx": xlsx, "xls": xls, "ods": ods, "xlsb": xlsb}
