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
  FSP_Gooddev_FSM: ['eyfsp.gld', 'percent', 'fsm'],
  FSP_Gooddev_FSM_Other: ['eyfsp.gld', 'percent', 'not-fsm'],
  KS1P_NonSEND: ['phonics.y1', 'percent', 'no-sen'],
  KS1P_FSM: ['phonics.y1', 'percent', 'fsm'],
  Multiplication_Total: ['mtc.full-marks', 'percent'],
  Multiplication_SENDSupport: ['mtc.full-marks', 'percent', 'sen-support'],
  Multiplication_EHCP: ['mtc.full-marks', 'percent', 'ehcp'],
  NoID_SEN_NEW_KS2_RWM: ['ks2.rwm', 'percent', 'no-sen'],
  FSM_NEW_KS2_RWM: ['ks2.rwm', 'percent', 'fsm'],
  NonFSM_NEW_KS2_RWM: ['ks2.rwm', 'percent', 'not-fsm'],
  SEN_NoID_AVG_Attain8_Score: ['ks4.attainment8', 'number', 'no-sen'],
  DAP_KS4_ATT8: ['ks4.attainment8', 'number', 'disadvantaged'],
  NonDAP_KS4_ATT8: ['ks4.attainment8', 'number', 'not-disadvantaged'],
  SEN_WoStat_AVG_Prog8_Score: ['ks4.progress8', 'number', 'sen-support'],
  SEN_Stat_AVG_Prog8_Score: ['ks4.progress8', 'number', 'ehcp'],
  SEN_NoID_AVG_Prog8_Score: ['ks4.progress8', 'number', 'no-sen'],
  DAP_KS4_Prog8: ['ks4.progress8', 'number', 'disadvantaged'],
  NonDAP_KS4_Prog8: ['ks4.progress8', 'number', 'not-disadvantaged'],
  'EngMaths9-5': ['ks4.english-maths-5plus', 'percent'],
  LAC_Over_Abs: ['absence.total', 'percent', 'cla'],
  CINTotalAb_3Term: ['absence.total', 'percent', 'cin'],
  CPPTotalAb_3Term: ['absence.total', 'percent', 'child-protection'],
  TotAuthAbs: ['absence.authorised', 'percent'],
  CINAuthAb_3Term: ['absence.authorised', 'percent', 'cin'],
  TotUnAuthAbs: ['absence.unauthorised', 'percent'],
  LAC_Unauth: ['absence.unauthorised', 'percent', 'cla'],
  CINUnauthAb_3Term: ['absence.unauthorised', 'percent', 'cin'],
  LAC_Pers_Abs: ['absence.persistent', 'percent', 'cla'],
  CINPermAbsent_3Term: ['absence.persistent', 'percent', 'cin'],
  CPPPerAbs_3Term: ['absence.persistent', 'percent', 'child-protection'],
  TotPermEx: ['exclusion.permanent', 'percent'],
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
