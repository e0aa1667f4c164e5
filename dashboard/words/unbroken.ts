import { type Content, html } from '../dom/element.ts';

const AMOUNT = /(−£[\d.,]*\d(?:m\b)?)/u;

/** A sentence whose amounts below zero stay in one piece: a line may otherwise end between sign and pounds. */
export function unbroken(sentence: string): Content {
  return sentence
    .split(AMOUNT)
    .map((part) => (AMOUNT.test(part) ? html('span', { class: 'amount' }, part) : part));
}
