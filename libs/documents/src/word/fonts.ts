/** A font by its purpose, what stands for it where it is not installed, best first, and its family as Word names it. */
interface Font {
  readonly name: string;
  readonly others: readonly string[];
  readonly family: 'roman' | 'swiss' | 'script';
}

/** The fonts of official documents (GB/T 9704). */
export const FONTS = {
  title: { name: '方正小标宋简体', others: ['方正小标宋_GBK', '华文中宋', '宋体'], family: 'roman' },
  body: { name: '仿宋_GB2312', others: ['仿宋', 'FangSong', '华文仿宋'], family: 'roman' },
  heading: { name: '黑体', others: ['SimHei', '思源黑体'], family: 'swiss' },
  subheading: { name: '楷体_GB2312', others: ['楷体', 'KaiTi', '华文楷体'], family: 'script' },
  table: { name: '宋体', others: ['SimSun', '思源宋体'], family: 'roman' },
} as const satisfies Readonly<Record<string, Font>>;
export type FontName = keyof typeof FONTS;

const ALL: readonly Font[] = Object.values(FONTS);

/** Free fonts that Linux machines have, when none of the others is there. */
const FREE: Readonly<Record<Font['family'], readonly string[]>> = {
  roman: ['Noto Serif CJK SC', 'Source Han Serif SC'],
  script: ['AR PL UKai CN', 'Noto Serif CJK SC', 'Source Han Serif SC'],
  swiss: ['Noto Sans CJK SC', 'Source Han Sans SC', 'WenQuanYi Zen Hei'],
};

/** The Chinese character set, as Windows numbers it. */
const GB2312 = '86';

/** The font table of a Word file: by it Word and WPS choose what stands for a font that is missing. */
export const fontTable = (): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${ALL.map(
    ({ name, others, family }) =>
      `<w:font w:name="${name}"><w:altName w:val="${others.join(',')}"/><w:charset w:val="${GB2312}"/><w:family w:val="${family}"/><w:pitch w:val="variable"/></w:font>`,
  ).join('')}</w:fonts>`;

/** The same for fontconfig, by which LibreOffice on Linux chooses; without it every missing font becomes one and the same sans serif. */
export const fontConfig = (system: string): string =>
  `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><include ignore_missing="yes">${system}</include>${ALL.map(
    ({ name, others, family }) =>
      `<alias binding="same"><family>${name}</family><accept>${[...others, ...FREE[family]]
        .map((other) => `<family>${other}</family>`)
        .join('')}</accept></alias>`,
  ).join('')}</fontconfig>`;
