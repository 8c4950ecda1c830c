import { attributeIn, parseXml, textIn } from './xml';

const textsOf = (xml: string): string[] => parseXml(xml).flatMap(({ children }) => children.map(textIn));

describe('an XML file', () => {
  it('is its elements, attributes and texts, whatever stands between them', () => {
    const [root] = parseXml('<?xml version="1.0"?><!-- <a> --><w:p w:x="甲 > 乙"><w:t/><w:t>一&amp;二</w:t></w:p>');
    expect(root?.name).toBe('w:p');
    expect(root && attributeIn(root, 'w:x')).toBe('甲 > 乙');
    expect(root?.children.map(({ name, children }) => [name, children.map(textIn)])).toEqual([
      ['w:t', []],
      ['w:t', ['一&二']],
    ]);
  });

  it('says in words and numbers what may not be written', () => {
    expect(textsOf('<t>&lt;&gt;&quot;&apos;&#65;&#x4E00;&unknown;</t>')).toEqual(['<>"\'A一&unknown;']);
    expect(textsOf('<t><![CDATA[1 < 2 &amp; 3]]></t>')).toEqual(['1 < 2 &amp; 3']);
    expect(attributeIn({ name: 'a', children: [], written: " b='&quot;'" }, 'b')).toBe('"');
    expect(attributeIn({ name: 'a', children: [], written: ' w:bb="1"' }, 'b')).toBe('');
  });

  it.each(['<a>', '<a></b>', '</a>', '<a', '<a b="', 'x < y', `<a ${'"'.repeat(50_001)}`])(
    'is refused: %.20s',
    (xml) => {
      expect(() => parseXml(xml)).toThrow(SyntaxError);
    },
  );
});
