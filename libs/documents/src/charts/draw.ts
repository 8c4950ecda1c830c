import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Chart, PublishedDocument } from '@juesuan/disclosure';
import { optionOf } from './option';

/** A chart as it is put into a page. */
export interface Picture {
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
}

export interface Drawn {
  /** By the chart's key. */
  readonly pictures: ReadonlyMap<string, Picture>;
  /** Why there are no pictures, for the person who asked for them. */
  readonly warning: string | null;
}

const WIDTH = 900;
const HEIGHT = 480;
const FOLDERS = ['/usr/share/fonts', '/usr/local/share/fonts', '/System/Library/Fonts', 'C:\\Windows\\Fonts'];
/** Fonts with Chinese characters, where systems keep them. */
const FILES = [
  'opentype/noto/NotoSansCJK-Regular.ttc',
  'noto-cjk/NotoSansCJK-Regular.ttc',
  'google-noto-cjk/NotoSansCJK-Regular.ttc',
  'truetype/wqy/wqy-microhei.ttc',
  'truetype/wqy/wqy-zenhei.ttc',
  'truetype/droid/DroidSansFallbackFull.ttf',
  'PingFang.ttc',
  'STHeiti Light.ttc',
  'msyh.ttc',
  'simhei.ttf',
];

/** A font with Chinese characters on this machine; null where none is found. */
export const chineseFont = (): string | null =>
  FOLDERS.flatMap((folder) => FILES.map((file) => join(folder, file))).find((path) => existsSync(path)) ?? null;

const chartsOf = ({ parts }: PublishedDocument): Chart[] =>
  parts.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block.kind === 'section' ? block.exhibits.flatMap((each) => (each.kind === 'chart' ? [each.chart] : [])) : [],
    ),
  );

/** Draws the document's charts. Without a Chinese font a picture would be without words, so that there is none. */
export async function drawCharts(document: PublishedDocument, font: string | null = chineseFont()): Promise<Drawn> {
  const charts = chartsOf(document);
  if (charts.length === 0) return { pictures: new Map(), warning: null };
  if (font === null) {
    const warning = '本机没有中文字体，图表改用数据表列示；请安装思源黑体（Noto Sans CJK）等中文字体后重新生成。';
    return { pictures: new Map(), warning };
  }
  // Loaded only where there is something to draw: the two take half a second.
  const [echarts, { renderAsync }] = await Promise.all([import('echarts'), import('@resvg/resvg-js')]);
  // Drawn beside each other and beside whatever else the process does.
  const pictures = charts.map(async (chart): Promise<[string, Picture]> => {
    const canvas = echarts.init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height: HEIGHT });
    canvas.setOption(optionOf(chart));
    const svg = canvas.renderToSVGString();
    canvas.dispose();
    const image = await renderAsync(svg, {
      font: { fontFiles: [font], loadSystemFonts: false, defaultFontFamily: 'Noto Sans CJK SC' },
    });
    return [chart.key, { png: image.asPng(), width: WIDTH, height: HEIGHT }];
  });
  return { pictures: new Map(await Promise.all(pictures)), warning: null };
}
