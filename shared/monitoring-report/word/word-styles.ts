import type { IStylesOptions } from 'docx';

const INK = '143D5C';

/** Fonts, sizes (half points) and spacing (twentieths of a point), and the language of all text. */
export const wordStyles: IStylesOptions = {
  default: {
    document: { run: { font: 'Arial', size: 21, language: { value: 'en-GB' } } },
    title: {
      run: { font: 'Arial', size: 40, bold: true, color: INK },
      paragraph: { spacing: { after: 200 } },
    },
    heading1: {
      run: { font: 'Arial', size: 30, bold: true, color: INK },
      paragraph: { spacing: { before: 360, after: 120 } },
    },
    heading2: {
      run: { font: 'Arial', size: 25, bold: true, color: INK },
      paragraph: { spacing: { before: 280, after: 100 } },
    },
    heading3: {
      run: { font: 'Arial', size: 22, bold: true, color: INK },
      paragraph: { spacing: { before: 200, after: 80 } },
    },
  },
  paragraphStyles: [
    {
      ...{ id: 'Caption', name: 'caption', basedOn: 'Normal', next: 'Normal', quickFormat: true },
      run: { size: 19, bold: true, color: '4B5662' },
      paragraph: { spacing: { before: 120, after: 60 } },
    },
    {
      ...{ id: 'TableText', name: 'Table text', basedOn: 'Normal', quickFormat: true },
      run: { size: 18 },
    },
  ],
};
