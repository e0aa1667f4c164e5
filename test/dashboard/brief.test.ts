import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chosenIn, MOST_ITEMS, moved, saidOf, USUAL_BRIEF } from '../../dashboard/words/brief.ts';

const id = fc.stringMatching(/^[a-z0-9][a-z0-9.-]{0,20}$/);
const list = fc.uniqueArray(id, { maxLength: MOST_ITEMS });

describe('the charts of a brief in an address', () => {
  test('come back as they were chosen, in their order', () => {
    fc.assert(
      fc.property(list, (chosen) => {
        expect(chosenIn(saidOf(chosen))).toEqual(chosen);
      }),
    );
  });

  test('are the usual ones where the address says nothing, and the usual ones need no saying', () => {
    expect(chosenIn(undefined)).toEqual(USUAL_BRIEF);
    expect(saidOf(USUAL_BRIEF)).toBeUndefined();
  });

  test('stand there once each, and are never more than a brief can hold', () => {
    expect(chosenIn('ks2.rwm,,ehcp.active,ks2.rwm')).toEqual(['ks2.rwm', 'ehcp.active']);
    const many = Array.from({ length: 40 }, (_, at) => `m${at}`);
    expect(chosenIn(many.join(','))).toEqual(many.slice(0, MOST_ITEMS));
  });
});

describe('moving a chart', () => {
  test('up and down again leaves all as it was, and none is lost', () => {
    fc.assert(
      fc.property(list, fc.nat(), (chosen, place) => {
        const one = chosen[place % Math.max(1, chosen.length)] ?? 'none';
        const up = moved(chosen, one, -1);
        expect(up.toSorted()).toEqual(chosen.toSorted());
        if (chosen.indexOf(one) > 0) expect(moved(up, one, 1)).toEqual(chosen);
        else expect(up).toEqual(chosen);
      }),
    );
  });
});
