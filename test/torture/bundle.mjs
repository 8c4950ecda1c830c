/**
 * `bundle.mjs child.ts child.cjs`: a program with all it loads as one file, which starts faster, and can be kept compiled (load.cjs). It must lie
 * inside the project, where its data files and the packages with native parts are found.
 */
import { rolldown } from 'rolldown';

const [input = '', file = ''] = process.argv.slice(2);
const external = [/^@photostructure\/sqlite/, /^@resvg/, /^@nestjs\/(microservices|websockets|platform-)/];
const optional = ['class-transformer', 'class-validator', 'pg-native', 'pg-cloudflare'];
const bundle = await rolldown({ input, platform: 'node', tsconfig: true, external: [...external, ...optional] });
await bundle.write({ file, format: 'cjs', codeSplitting: false, keepNames: true });
