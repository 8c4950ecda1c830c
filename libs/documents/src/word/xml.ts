import { SaxesParser } from 'saxes';

/** An element of an XML file, or a piece of text where it has no name. */
export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
  readonly text: string;
}

interface Open extends XmlNode {
  readonly children: XmlNode[];
}

/** Reads an XML file into its elements and texts; throws an Error that says where it is not well-formed. */
export function parseXml(xml: string): readonly XmlNode[] {
  const root: Open = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const add = (node: Open): void => void open.at(-1)?.children.push(node);
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const node: Open = { name, attributes, children: [], text: '' };
    add(node);
    open.push(node);
  });
  parser.on('closetag', () => void open.pop());
  const says = (text: string): void => add({ name: '', attributes: {}, children: [], text });
  parser.on('text', says);
  parser.on('cdata', says);
  parser.write(xml).close();
  return root.children;
}
