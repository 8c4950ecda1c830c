import { z } from 'zod';
import { type Settings, settingsFrom } from '@juesuan/application';
import { type AccessSettings, accessSettingsFrom } from './access/settings';
import { type Environment, usable } from './environment';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const port = z.coerce.number().int().min(0).max(65_535);
const flag = z.enum(['on', 'off']).transform((value) => value === 'on');

/** What the environment says beside the stores (see application's `settingsFrom`), each with what it is for. */
const environment = z.object({
  /** Where the service listens. */
  PORT: port.default(3000),
  /** `127.0.0.1`: this machine only. An office's server listens on `0.0.0.0`. */
  HOST: z.string().min(1).default('127.0.0.1'),
  /** Largest body of a request without files, in bytes. */
  MAX_BODY_BYTES: z.coerce.number().int().min(1024).default(1_048_576),
  /** Largest upload, all files of a request together, in bytes; a year's payments are some ten megabytes. */
  MAX_UPLOAD_BYTES: z.coerce.number().int().min(1024).default(268_435_456),
  /** How long an upload is kept that was tried or recorded, in minutes; one that nobody confirms must be sent again after that. */
  UPLOAD_KEPT_MINUTES: z.coerce.number().positive().default(60),
  /** How often a page that watches is told that the line is up, in seconds; pages that hear nothing for a minute come again. */
  LIVE_BEAT_SECONDS: z.coerce.number().positive().max(30).default(20),
  /** How many reverse proxies stand in front, whose word on the caller's address counts. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).default(0),
  /** `off`: an empty store stays empty; else the example department is loaded into it at the first start. */
  JUESUAN_EXAMPLE: flag.default(true),
  /** Whoever measures the service from elsewhere than this machine sends it as `Authorization: Bearer …`. */
  METRICS_TOKEN: z.string().min(16).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
});

/** How the service is run. */
export interface ApiSettings {
  readonly stores: Settings;
  readonly access: AccessSettings;
  readonly port: number;
  readonly host: string;
  readonly maxBodyBytes: number;
  readonly maxUploadBytes: number;
  readonly uploadKeptMs: number;
  readonly liveBeatMs: number;
  readonly trustedProxies: number;
  readonly loadsExample: boolean;
  readonly logLevel: string;
  /** null: the metrics are for this machine only. */
  readonly metricsToken: string | null;
}

export const API_SETTINGS = Symbol('api settings');

/** Reads the service's settings; throws one error that names every variable that cannot be used. */
export function apiSettingsFrom(env: Environment): ApiSettings {
  const given = usable(environment, env);
  return {
    stores: settingsFrom(env),
    access: accessSettingsFrom(env),
    port: given.PORT,
    host: given.HOST,
    maxBodyBytes: given.MAX_BODY_BYTES,
    maxUploadBytes: given.MAX_UPLOAD_BYTES,
    uploadKeptMs: given.UPLOAD_KEPT_MINUTES * MINUTE_MS,
    liveBeatMs: given.LIVE_BEAT_SECONDS * SECOND_MS,
    trustedProxies: given.TRUSTED_PROXIES,
    loadsExample: given.JUESUAN_EXAMPLE,
    logLevel: given.LOG_LEVEL,
    metricsToken: given.METRICS_TOKEN ?? null,
  };
}
