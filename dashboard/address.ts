import { type PageName, pageNames } from './site-map.ts';

/** What an address says: all state of a page is in it, so that each can be linked to and the back button works. */
export type Address = {
  /** The council's code; undefined: the first that the reader may see. */
  readonly area: string | undefined;
  readonly page: PageName;
  readonly metric: string | undefined;
  /** Of the measure, such as `financialYear: FY2024`; of the workbench, what was moved. */
  readonly dimensions: Readonly<Record<string, string>>;
  /** The day whose end is looked from, `2024-11-30`; undefined: now. */
  readonly asOf: string | undefined;
  /** The month end that the page of months shows, `2024-08`. */
  readonly month: string | undefined;
  /** Of the scorecard: the stage of school, `ks2`, and the school year, `AY2023`. */
  readonly stage: string | undefined;
  readonly year: string | undefined;
};

const OWN = new Set(['area', 'page', 'metric', 'asOf', 'month', 'stage', 'year']);

/** Reads an address such as `?area=E06000054&page=measure&metric=ehcp.active`; an unknown page is the first one. */
export function parseAddress(search: string): Address {
  const query = new URLSearchParams(search);
  const page = pageNames.find((name) => name === query.get('page')) ?? 'summary';
  return {
    ...{ area: query.get('area') ?? undefined, page },
    metric: query.get('metric') ?? undefined,
    dimensions: Object.fromEntries([...query].filter(([name]) => !OWN.has(name))),
    asOf: query.get('asOf') ?? undefined,
    month: query.get('month') ?? undefined,
    ...{ stage: query.get('stage') ?? undefined, year: query.get('year') ?? undefined },
  };
}

/** The address of a page, to be put into a link; what is left out is left out of it. */
export function addressOf(address: Partial<Address>): string {
  const { area, page, metric, dimensions, asOf, month, stage, year } = address;
  const said = Object.entries({
    area,
    page: page === 'summary' ? undefined : page,
    metric,
    ...dimensions,
    ...{ stage, year, asOf, month },
  });
  const query = said.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  return `?${new URLSearchParams(query)}`;
}

/** Shows the address in the browser in place of the present one, for what changes while a reader plays with it. */
export function replaceWith(address: Address): void {
  history.replaceState(null, '', addressOf(address));
}

/** Shows the address in the browser without loading it: the back button leads to the one before. */
export function remember(address: Address): void {
  const search = addressOf(address);
  if (search !== location.search) history.pushState(null, '', search);
}
