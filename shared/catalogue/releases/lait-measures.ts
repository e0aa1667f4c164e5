import type { Dimensions } from '../../facts/cell.ts';

/** What a measure of the Local Authority Interactive Tool is here. */
export type LaitMeasure = {
  readonly metric: string;
  readonly dimensions: Dimensions;
  readonly written: 'number' | 'percent';
  /** What its `Years` name: `2025` of a school result is the academic year 2024/25. */
  readonly year: 'calendar' | 'academic';
};

const share = (metric: string, dimensions: Dimensions = {}): LaitMeasure => ({
  ...{ metric, dimensions, written: 'percent', year: 'academic' },
});
const score = (metric: string, dimensions: Dimensions = {}): LaitMeasure => ({
  ...{ metric, dimensions, written: 'number', year: 'academic' },
});
const sen2 = (name: string, written: LaitMeasure['written']): LaitMeasure => ({
  ...{ metric: `sen2.${name}`, dimensions: {}, written, year: 'calendar' },
});

const senSupport = { group: 'sen-support' };
const ehcp = { group: 'ehcp' };
const disadvantaged = { group: 'disadvantaged' };
const notDisadvantaged = { group: 'not-disadvantaged' };
const fsm = { group: 'fsm' };
const notFsm = { group: 'not-fsm' };
const noSen = { group: 'no-sen' };
const cla = { group: 'cla' };
const cin = { group: 'cin' };
const childProtection = { group: 'child-protection' };

/** The measures that the catalogue has, by `Short Desc` as the export writes it, odd spaces included. */
export const laitMeasures: ReadonlyMap<string, LaitMeasure> = new Map([
  ['SEN_INIT_REQ', sen2('requests', 'number')],
  ['SEN_EHC_All_20wks', sen2('timeliness-20-weeks', 'percent')],
  ['SEN_CASES_JAN', sen2('caseload', 'number')],
  ['SEN_TOT_CEASED_EHC_PLAN', sen2('ceased', 'number')],
  ['FSP_NEW_GOODDEV', share('eyfsp.gld')],
  ['FSP_Gooddev_Without_SENSTATE', share('eyfsp.gld', senSupport)],
  ['FSP_Gooddev_With_SENSTATE', share('eyfsp.gld', ehcp)],
  ['FSP_Gooddev_FSM', share('eyfsp.gld', fsm)],
  ['FSP_Gooddev_FSM_Other', share('eyfsp.gld', notFsm)],
  ['KS1P_all', share('phonics.y1')],
  ['KS1P_SEND', share('phonics.y1', senSupport)],
  ['KS1P_EHCP', share('phonics.y1', ehcp)],
  ['KS1P_NonSEND', share('phonics.y1', noSen)],
  ['KS1P_FSM', share('phonics.y1', fsm)],
  ['Multiplication_Total', share('mtc.full-marks')],
  ['Multiplication_SENDSupport', share('mtc.full-marks', senSupport)],
  ['Multiplication_EHCP', share('mtc.full-marks', ehcp)],
  ['Multiplication_Total_APS', score('mtc.mean-score')],
  ['KS1R_Expected_STD', share('ks1.reading')],
  ['KS1W_Expected _STD', share('ks1.writing')],
  ['KS1M_Expected _STD', share('ks1.maths')],
  ['KS2RWM_Expected_STD', share('ks2.rwm')],
  ['NEW_KS2_RWM_Sen_W/Osta', share('ks2.rwm', senSupport)],
  ['NEW_KS2_RWM_Sen_Withsta', share('ks2.rwm', ehcp)],
  ['DAP_NEW_KS2_RWM', share('ks2.rwm', disadvantaged)],
  ['NonDAP_NEW_KS2_RWM', share('ks2.rwm', notDisadvantaged)],
  ['NoID_SEN_NEW_KS2_RWM', share('ks2.rwm', noSen)],
  ['FSM_NEW_KS2_RWM', share('ks2.rwm', fsm)],
  ['NonFSM_NEW_KS2_RWM', share('ks2.rwm', notFsm)],
  ['KS2R_Expected_STD', share('ks2.reading')],
  ['KS2W_Teacher_Assess', share('ks2.writing')],
  ['KS2M_Expected_STD', share('ks2.maths')],
  ['KS2GPS_Expected_STD', share('ks2.gps')],
  ['KS2Sci_Teacher_Assess', share('ks2.science')],
  ['KS2R_Prog_VA', score('ks2.progress-reading')],
  ['KS2W_Prog_VA', score('ks2.progress-writing')],
  ['KS2M_Prog_VA', score('ks2.progress-maths')],
  ['AVG_Attain8_Score', score('ks4.attainment8')],
  ['SEN_WoStat_AVG_Attain8_Score', score('ks4.attainment8', senSupport)],
  ['SEN_Stat_AVG_Attain8_Score', score('ks4.attainment8', ehcp)],
  ['SEN_NoID_AVG_Attain8_Score', score('ks4.attainment8', noSen)],
  ['DAP_KS4_ATT8', score('ks4.attainment8', disadvantaged)],
  ['NonDAP_KS4_ATT8', score('ks4.attainment8', notDisadvantaged)],
  ['AVG_Prog8_Score', score('ks4.progress8')],
  ['SEN_WoStat_AVG_Prog8_Score', score('ks4.progress8', senSupport)],
  ['SEN_Stat_AVG_Prog8_Score', score('ks4.progress8', ehcp)],
  ['SEN_NoID_AVG_Prog8_Score', score('ks4.progress8', noSen)],
  ['DAP_KS4_Prog8', score('ks4.progress8', disadvantaged)],
  ['NonDAP_KS4_Prog8', score('ks4.progress8', notDisadvantaged)],
  ['EngMaths9-5', share('ks4.english-maths-5plus')],
  ['TotAbs', share('absence.total')],
  ['LAC_Over_Abs', share('absence.total', cla)],
  ['CINTotalAb_3Term', share('absence.total', cin)],
  ['CPPTotalAb_3Term', share('absence.total', childProtection)],
  ['TotAuthAbs', share('absence.authorised')],
  ['CINAuthAb_3Term', share('absence.authorised', cin)],
  ['TotUnAuthAbs', share('absence.unauthorised')],
  ['LAC_Unauth', share('absence.unauthorised', cla)],
  ['CINUnauthAb_3Term', share('absence.unauthorised', cin)],
  ['TotPerAbNew', share('absence.persistent')],
  ['LAC_Pers_Abs', share('absence.persistent', cla)],
  ['CINPermAbsent_3Term', share('absence.persistent', cin)],
  ['CPPPerAbs_3Term', share('absence.persistent', childProtection)],
  ['TotSevPerAbNew', share('absence.severe')],
  // CINPermExclusion is the share of children with one exclusion or more: not exclusions for each pupil, so not this.
  ['TotPermEx', share('exclusion.permanent')],
]);
