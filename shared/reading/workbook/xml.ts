import { SaxesParser } from 'saxes';
import { damaged } from './workbook-fault.ts';

/** What is done at each element of a part; names come without a prefix. */
export type Elements = {
  open(name: string, attributes: Readonly<Record<string, string>>, selfClosing: boolean): void;
  close(name: string): void;
  /** Text between tags, whole or in pieces. */
  text(text: string): void;
};

/** A parser that is fed piece by piece. */
export type XmlParser = { write(piece: string): void; end(): void };

/** Reads XML as workbooks have it: no document type, so no entities of their own. Throws `WorkbookFault`. */
export function xmlParser({ open, close, text }: Elements): XmlParser {
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('error', () => {
    throw damaged('one of its parts is no well-formed XML');
  });
  parser.on('doctype', () => {
    throw damaged('one of its parts defines entities of its own, which workbooks never do');
  });
  parser.on('opentag', ({ name, attributes, isSelfClosing }) => open(local(name), attributes, isSelfClosing));
  parser.on('closetag', ({ name }) => close(local(name)));
  parser.on('text', text);
  parser.on('cdata', text);
  return {
    write: (piece) => {
      parser.write(piece);
    },
    end: () => {
      parser.close();
    },
  };
}

/** Reads a whole part. */
export async function readXml(pieces: AsyncIterable<string>, elements: Elements): Promise<void> {
  const parser = xmlParser(elements);
  for await (const piece of pieces) parser.write(piece);
  parser.end();
}

/** Some programs write `x:row` for `row`. */
function local(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}
