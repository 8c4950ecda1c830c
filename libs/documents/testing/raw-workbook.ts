/** Workbooks written by hand, for what hucre does not write: inline strings, 1904 dates, cells without references. */
export function rawWorkbook(sheetData: string, more: { sharedStrings?: string; date1904?: boolean } = {}): Uint8Array {
  return zipOf({
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    '_rels/.rels': relations(['officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': `<workbook ${MAIN} xmlns:r="${RELATIONS}"><workbookPr date1904="${more.date1904 ? 1 : 0}"/>
      <sheets><sheet name="04-支付" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      ['worksheet', 'worksheets/sheet1.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
      ['styles', 'styles.xml'],
    ),
    'xl/sharedStrings.xml': `<sst ${MAIN}>${more.sharedStrings ?? ''}</sst>`,
    'xl/styles.xml': `<styleSheet ${MAIN}><numFmts count="1"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/><xf numFmtId="20"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet ${MAIN}><sheetData>${sheetData}</sheetData></worksheet>`,
  });
}

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const relations = (...targets: (readonly [type: string, target: string])[]): string =>
  `<Relationships>${targets
    .map(
      ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`;

/** A zip of stored entries, without checksums. */
function zipOf(parts: Readonly<Record<string, string>>): Uint8Array {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [path, text] of Object.entries(parts)) {
    const name = Buffer.from(path);
    const data = Buffer.from(text);
    const local = Buffer.concat([header(0x04034b50, 30, { 18: data.length, 22: data.length, 26: name.length }), name]);
    const sizes = { 20: data.length, 24: data.length, 28: name.length, 42: at };
    directory.push(Buffer.concat([header(0x02014b50, 46, sizes), name]));
    locals.push(local, data);
    at += local.length + data.length;
  }
  const length = directory.reduce((sum, entry) => sum + entry.length, 0);
  const end = header(0x06054b50, 22, { 12: length, 16: at });
  end.writeUInt16LE(directory.length, 10);
  return Buffer.concat([...locals, ...directory, end]);
}

function header(signature: number, length: number, fields: Readonly<Record<number, number>>): Buffer {
  const bytes = Buffer.alloc(length);
  bytes.writeUInt32LE(signature, 0);
  for (const [offset, value] of Object.entries(fields)) bytes.writeUInt32LE(value, Number(offset));
  return bytes;
}
