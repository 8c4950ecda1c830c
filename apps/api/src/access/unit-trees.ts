import type { Unit } from '@juesuan/account';
import { ListUnits } from '@juesuan/application';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';

/** How long a year's tree is remembered; units are opened rarely, commands come by the thousand. */
const REMEMBERED_MS = 2_000;
/** A year that somebody made up must not fill the memory. */
const REMEMBERED_YEARS = 50;

/** The units of each year as rights need them. */
@Injectable()
export class UnitTrees {
  private readonly trees = new Map<number, { readonly units: readonly Unit[]; readonly at: number }>();

  constructor(private readonly queries: QueryBus) {}

  /** The year's units; looked up anew where `unit` is not among those remembered. */
  async of(year: number, unit?: string): Promise<readonly Unit[]> {
    const known = this.trees.get(year);
    const isKnown = unit === undefined || known?.units.some(({ code }) => code === unit);
    if (known && isKnown && performance.now() - known.at < REMEMBERED_MS) return known.units;
    const units = await this.queries.execute(new ListUnits(year, unit ?? null));
    if (this.trees.size >= REMEMBERED_YEARS) this.trees.clear();
    this.trees.set(year, { units, at: performance.now() });
    return units;
  }
}
