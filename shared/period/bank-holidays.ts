/** The bank holidays of England in a year, computed: `YYYY-MM-DD`, in order. Source: Banking and Financial Dealings Act 1971. */
export function bankHolidays(year: number): readonly string[] {
  const known = found.get(year);
  if (known !== undefined) return known;
  const holidays = computed(year);
  found.set(year, holidays);
  return holidays;
}

/** Of a year they are always the same, and a recompute asks for hundreds of days. */
const found = new Map<number, readonly string[]>();

function computed(year: number): readonly string[] {
  const easter = easterSunday(year);
  const usual = [
    ...substituted(year),
    addDays(easter, -2),
    addDays(easter, 1),
    nthMonday(year, 5, 1),
    lastMonday(year, 5),
    lastMonday(year, 8),
  ];
  const { moved = {}, added = [] } = PROCLAIMED[year] ?? {};
  return [...usual.map((day) => moved[day] ?? day), ...added].sort();
}

type Proclaimed = {
  /** From the usual day to the proclaimed one. */
  readonly moved?: Readonly<Record<string, string>>;
  readonly added?: readonly string[];
};

/** What was proclaimed for one year only. */
const PROCLAIMED: Readonly<Record<number, Proclaimed>> = {
  // Seventy-five years of VE day.
  2020: { moved: { '2020-05-04': '2020-05-08' } },
  // The Platinum Jubilee, and the state funeral.
  2022: { moved: { '2022-05-30': '2022-06-02' }, added: ['2022-06-03', '2022-09-19'] },
  // The Coronation.
  2023: { added: ['2023-05-08'] },
};

/** New Year's Day, Christmas Day and Boxing Day; what falls on a weekend is kept on the next working day. */
function substituted(year: number): readonly string[] {
  const christmas = `${year}-12-25`;
  switch (weekday(christmas)) {
    case 5:
      return [newYear(year), christmas, `${year}-12-28`];
    case 6:
      return [newYear(year), `${year}-12-27`, `${year}-12-28`];
    case 0:
      return [newYear(year), `${year}-12-26`, `${year}-12-27`];
    default:
      return [newYear(year), christmas, `${year}-12-26`];
  }
}

function newYear(year: number): string {
  const day = `${year}-01-01`;
  const away = weekday(day);
  return addDays(day, away === 6 ? 2 : away === 0 ? 1 : 0);
}

/** The Gregorian Easter by the rule of Meeus, Jones and Butcher. */
function easterSunday(year: number): string {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const moon = Math.floor((8 * century + 13) / 25);
  const epact = (19 * golden + century - Math.floor(century / 4) - moon + 15) % 30;
  const correction = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * correction) / 451);
  const count = epact + correction - 7 * late + 114;
  const month = String(Math.floor(count / 31)).padStart(2, '0');
  return `${year}-${month}-${String((count % 31) + 1).padStart(2, '0')}`;
}

function nthMonday(year: number, month: number, nth: number): string {
  const first = `${year}-${String(month).padStart(2, '0')}-01`;
  return addDays(first, ((8 - weekday(first)) % 7) + (nth - 1) * 7);
}

function lastMonday(year: number, month: number): string {
  const fifth = nthMonday(year, month, 5);
  return fifth.slice(0, 7) === `${year}-${String(month).padStart(2, '0')}` ? fifth : addDays(fifth, -7);
}

/** 0 Sunday to 6 Saturday. */
export function weekday(day: string): number {
  return new Date(`${day}T00:00:00.000Z`).getUTCDay();
}

/** The day so many days later. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) + count * 86_400_000).toISOString().slice(0, 10);
}
