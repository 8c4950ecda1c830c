import { parseXml } from './xml';

describe('an XML file', () => {
  it('is its elements, attributes and texts, whatever stands between them', () => {
    const [root] = parseXml(
      '<?xml version="1.0"?><!-- <a> --><w:p w:x="甲 > 乙"><w:t/><w:t>一&amp;二</w:t><w:t><![CDATA[1 < 2]]></w:t></w:p>',
    );
    expect(root).toMatchObject({ name: 'w:p', attributes: { 'w:x': '甲 > 乙' } });
    expect(root?.children.map(({ children }) => children.map(({ text }) => text))).toEqual([[], ['一&二'], ['1 < 2']]);
  });

  it.each(['<a>', '<a></b>', '</a>', '<a', '<a b="', 'x < y', `<a ${'"'.repeat(50_001)}`])(
    'is refused: %.20s',
    (xml) => {
      expect(() => parseXml(xml)).toThrow();
    },
  );
});
