import { type HandFigure, type HandReading, numberOrSymbol } from './figure.ts';
import type { HandPlaces } from './places.ts';
import { type HandRow, handRows } from './table.ts';

type Kind = 'percent' | 'number';
type Measure = readonly [metric: string, kind: Kind, group?: string];

/** Measures by `Short Desc`, with what the tool's dictionary says that they are; the ones not listed are passed over. */
const MEASURES: Readonly<Record<string, Measure>> = {
  SEN_INIT_REQ: ['sen2.requests', 'number'],
  SEN_EHC_All_20wks: ['sen2.timeliness-20-weeks', 'percent'],
  SEN_CASES_JAN: ['sen2.caseload', 'number'],
  SEN_TOT_CEASED_EHC_PLAN: ['sen2.ceased', 'number'],
  FSP_NEW_GOODDEV: ['eyfsp.gld', 'percent'],
  FSP_Gooddev_Without_SENSTATE: ['eyfsp.gld', 'percent', 'sen-support'],
  FSP_Gooddev_With_SENSTATE: ['eyfsp.gld', 'percent', 'ehcp'],
  KS1P_all: ['phonics.y1', 'percent'],
  KS1P_SEND: ['phonics.y1', 'percent', 'sen-support'],
  KS1P_EHCP: ['phonics.y1', 'percent', 'ehcp'],
  Multiplication_Total_APS: ['mtc.mean-score', 'number'],
  KS1R_Expected_STD: ['ks1.reading', 'percent'],
  'KS1W_Expected _STD': ['ks1.writing', 'percent'],
  'KS1M_Expected _STD': ['ks1.maths', 'percent'],
  KS2RWM_Expected_STD: ['ks2.rwm', 'percent'],
  'NEW_KS2_RWM_Sen_W/Osta': ['ks2.rwm', 'percent', 'sen-support'],
  NEW_KS2_RWM_Sen_Withsta: ['ks2.rwm', 'percent', 'ehcp'],
  DAP_NEW_KS2_RWM: ['ks2.rwm', 'percent', 'disadvantaged'],
  NonDAP_NEW_KS2_RWM: ['ks2.rwm', 'percent', 'not-disadvantaged'],
  KS2R_Expected_STD: ['ks2.reading', 'percent'],
  KS2W_Teacher_Assess: ['ks2.writing', 'percent'],
  KS2M_Expected_STD: ['ks2.maths', 'percent'],
  KS2GPS_Expected_STD: ['ks2.gps', 'percent'],
  KS2Sci_Teacher_Assess: ['ks2.science', 'percent'],
  KS2R_Prog_VA: ['ks2.progress-reading', 'number'],
  KS2W_Prog_VA: ['ks2.progress-writing', 'number'],
  KS2M_Prog_VA: ['ks2.progress-maths', 'number'],
  AVG_Attain8_Score: ['ks4.attainment8', 'number'],
  SEN_WoStat_AVG_Attain8_Score: ['ks4.attainment8', 'number', 'sen-support'],
  SEN_Stat_AVG_Attain8_Score: ['ks4.attainment8', 'number', 'ehcp'],
  AVG_Prog8_Score: ['ks4.progress8', 'number'],
  TotAbs: ['absence.total', 'percent'],
  TotPerAbNew: ['absence.persistent', 'percent'],
  TotSevPerAbNew: ['absence.severe', 'percent'],
};

/** The figures of an export of the Local Authority Interactive Tool. */
export function handLait(file: string, places: HandPlaces): HandReading {
  const figures: HandFigure[] = [];
  let rows = 0;
  for (const row of handRows(file)) {
    const measure = MEASURES[row('Short Desc')];
    const place = placeOf(row, places);
    const said = measure && periodOf(row('Years'), measure);
    if (measure === undefined || place === undefined || said === undefined) continue;
    rows += 1;
    const [metric, kind, group] = measure;
    const { value, status } = numberOrSymbol(row('Values'));
    const symbol = value === null ? status : said.provisional ? 'provisional' : undefined;
    figures.push({
      ...{ place, metric, period: said.period },
      ...(group !== undefined && { group }),
      value: value !== null && kind === 'percent' ? value / 100 : value,
      ...(symbol !== undefined && { status: symbol }),
    });
  }
  return { figures, rows };
}

/** Each place of the file that has a row, as it is named there. */
export function laitPlaces(file: string): readonly string[] {
  return [...new Set(handRows(file).map((row) => row('LA and Regions')))].sort();
}

function placeOf(row: HandRow, places: HandPlaces): string | undefined {
  const name = row('LA and Regions');
  if (name === 'England') return 'ENGLAND';
  return places.regionNamed(name) ?? places.council(String(Number(row('LA Number'))));
}

/** The year that a school result is named by is the one that it ends in: `2025` and `2024/25` are AY2024. */
function periodOf(
  years: string,
  [metric]: Measure,
): { readonly period: string; readonly provisional: boolean } | undefined {
  const [, first = '', second] = /^(\d{4})(?:[/-](\d{2}))?/.exec(years) ?? [];
  if (first === '' || years === '0') return undefined;
  const provisional = /\(p/i.test(years);
  if (metric.startsWith('sen2.')) return { period: first, provisional };
  return { period: `AY${second === undefined ? Number(first) - 1 : Number(first)}`, provisional };
}
