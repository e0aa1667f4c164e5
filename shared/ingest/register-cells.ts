import type { FieldContent } from '../catalogue/feeds/feed.ts';
import type { RegisterField } from '../facts/cell.ts';
import { readDate } from '../reading/date-text.ts';
import { readNumber } from '../reading/number-text.ts';
import { cut, type Read, read, unreadable } from '../reading/problem.ts';
import { readRatingWord } from '../reading/rating-word.ts';
import { readSymbol } from '../reading/symbol.ts';
import { type MetricLookup, readDay, readMetric, readName, readProse } from './tidy-cells.ts';

type IdentityContent = 'name' | 'date' | 'subject' | { readonly words: readonly string[] };

const SUBJECTS = ['programme', 'condition', 'metric', 'stage', 'group'] as const;

/** A cell that tells entries apart, in the form in which it is kept. */
export function readIdentity(text: string, of: IdentityContent, lookup: MetricLookup): Read<string> {
  if (typeof of === 'object') return readWord(text, of.words);
  switch (of) {
    case 'name':
      return readName(text);
    case 'date':
      return readDay(text);
    case 'subject':
      return readSubject(text, lookup);
  }
}

/** A field of an entry. A symbol where no text is meant says that there is nothing: null. */
export function readField(text: string, of: FieldContent, lookup: MetricLookup): Read<RegisterField> {
  if (of === 'text') return readProse(text);
  if (of !== 'rating' && readSymbol(text) !== undefined) return read(null);
  if (typeof of === 'object') return readWord(text, of.words);
  switch (of) {
    case 'rating':
      // "c" and "x" are no ratings, but a dash or n/a in this column says that none was given.
      return /^\s*([-–—]|n\/?a|\.\.)\s*$/i.test(text) ? read(null) : readRatingWord(text);
    case 'score':
      return readScore(text);
    case 'number': {
      const number = readNumber(text);
      return number.ok ? read(number.value.value) : number;
    }
    case 'date':
      return readDayOrMonth(text);
    case 'metric': {
      const metric = readMetric(text, lookup);
      return metric.ok ? read(metric.value.id) : metric;
    }
  }
}

function readWord(text: string, words: readonly string[]): Read<string> {
  const written = plain(text);
  const word = words.find((known) => plain(known) === written);
  return word === undefined
    ? unreadable('unknown-word', `Cannot take "${cut(text.trim())}" here. Write ${words.join(', ')}.`)
    : read(word);
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** What an officer rated: `overall`, or what it is and its id, `condition 3.1`, kept as `condition:3.1`. */
function readSubject(text: string, lookup: MetricLookup): Read<string> {
  const name = readName(text);
  if (!name.ok) return name;
  if (name.value.toLowerCase() === 'overall') return read('overall');
  const [, kind = '', id = ''] = /^([a-z]+)[\s:/]+(.+)$/i.exec(name.value) ?? [];
  const known = SUBJECTS.find((subject) => subject === kind.toLowerCase());
  if (known === undefined) {
    const message = `Cannot take "${cut(name.value)}" as what was rated. Write overall, or ${SUBJECTS.join(', ')} with its id: condition 3.1.`;
    return unreadable('unknown-subject', message);
  }
  if (known !== 'metric') return read(`${known}:${id}`);
  const metric = readMetric(id, lookup);
  return metric.ok ? read(`metric:${metric.value.id}`) : metric;
}

function readScore(text: string): Read<number> {
  const number = readNumber(text);
  const score = number.ok ? number.value.value : Number.NaN;
  return Number.isInteger(score) && score >= 1 && score <= 5
    ? read(score)
    : unreadable(
        'score-out-of-range',
        `Cannot take "${cut(text.trim())}" as a score: it is a whole number from 1 to 5. Leave the cell empty where none was given.`,
      );
}

function readDayOrMonth(text: string): Read<string> {
  const date = readDate(text, 'a date');
  if (!date.ok) return date;
  const { year, month, day } = date.value;
  const parts = day === undefined ? [year, month] : [year, month, day];
  return read(parts.map((part) => String(part).padStart(2, '0')).join('-'));
}
