import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { childrenOf, childText, readXml } from '../../../../local/s3/xml/read.ts';
import { xmlDocument } from '../../../../local/s3/xml/write.ts';

describe('XML', () => {
  test('any text that is written is read again', () => {
    // XML 1.0 has no way to write NUL.
    const text = fc.string({ unit: 'binary' }).filter((one) => one.isWellFormed() && !one.includes('\0'));
    fc.assert(
      fc.property(fc.array(text), (texts) => {
        const read = readXml(
          xmlDocument(
            'Delete',
            texts.map((one) => ['Key', one]),
            'urn:x',
          ),
        );
        expect('problem' in read ? read : childrenOf(read, 'Key').map((child) => child.text)).toEqual(texts);
      }),
    );
  });

  test('comments, CDATA, prefixes, attributes, references and a byte order mark are understood', () => {
    const read = readXml(
      '\ufeff<?xml version="1.0"?><!-- c --><s3:Delete xmlns:s3="urn:x" a=\'>\'><s3:Object><Key>a<![CDATA[<&>]]>&#x41;&#66;&lt;</Key><Empty/></s3:Object></s3:Delete>',
    );
    const [object] = 'problem' in read ? [] : childrenOf(read, 'Object');
    expect(object && childText(object, 'Key')).toBe('a<&>AB<');
    expect(object && childText(object, 'Empty')).toBe('');
  });

  test.each([
    '',
    'text',
    '<a>',
    '</a>',
    '<a></b>',
    '<a/><b/>',
    '<a/>text',
    '<a>&unknown;</a>',
    '<a>& </a>',
    '<a>&#0;</a>',
    '<a>&#xD800;</a>',
    '<a>&#x110000;</a>',
    '<a><![CDATA[</a>',
    '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
    '<a>'.repeat(20),
    '<a b=<c/></a>',
  ])('%s is not taken', (source) => {
    expect(readXml(source)).toHaveProperty('problem');
  });

  test('reading never throws', () => {
    const bits = fc.constantFrom(
      '<',
      '>',
      '/',
      '&',
      ';',
      '#',
      'x',
      'a',
      '!',
      '--',
      '[CDATA[',
      ']]>',
      '?',
      '"',
      ' ',
      '=',
    );
    fc.assert(
      fc.property(fc.array(bits), (parts) => void readXml(parts.join(''))),
      { numRuns: 2000 },
    );
  });
});
