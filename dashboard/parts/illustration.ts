import { html } from '../dom/element.ts';

/** Says over invented figures that they are; nothing where all are the council's own. */
export function illustrationNotice(illustration: boolean): readonly HTMLElement[] {
  return illustration
    ? [
        html(
          'p',
          { class: 'notice notice-earlier illustration' },
          html('strong', {}, 'Illustration. '),
          'Figures on this page are invented to show what it looks like: nothing like them is published of this council. They are not about any pupil, school or place.',
        ),
      ]
    : [];
}
