/** An element of an XML document, in document order. */
export interface XmlElement {
  readonly name: string;
  readonly parent: string | null;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
}

const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;
const entity = /&(?!(?:amp|lt|gt|quot|apos);)/;

function decode(text: string): string {
  if (entity.test(text)) throw new Error(`stray & in ${text}`);
  const characters: Readonly<Record<string, string>> = {
    '&amp;': '&',
    '&lt;': '<',
    '&gt;': '>',
    '&quot;': '"',
    '&apos;': "'",
  };
  return text.replaceAll(/&\w+;/g, (name) => characters[name] ?? name);
}

/** A strict reader of the XML that reports need: no comments, no CDATA, no namespaces. @throws on anything else */
export function parseXml(xml: string): readonly XmlElement[] {
  if (forbidden.test(xml)) throw new Error('a character that XML forbids');
  const body = xml.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, '');
  if (body === xml) throw new Error('no XML declaration');
  const token = /([^<]*)<(\/?)([a-z-]+)((?: [a-z]+="[^"<]*")*)(\/?)>/gy;
  const open: { name: string; text: string; index: number }[] = [];
  const elements: XmlElement[] = [];
  let end = 0;
  for (const [whole, text = '', closing, name = '', attributes = '', empty] of body.matchAll(
    token,
  )) {
    end += whole.length;
    const top = open.at(-1);
    if (top) top.text += decode(text);
    else if (text.trim() !== '') throw new Error('text outside the root');
    if (closing) {
      const closed = open.pop();
      if (closed?.name !== name) throw new Error(`</${name}> closes <${closed?.name ?? ''}>`);
      const element = elements[closed.index];
      if (element) elements[closed.index] = { ...element, text: closed.text };
      continue;
    }
    const index = elements.length;
    elements.push({
      name,
      parent: top?.name ?? null,
      attributes: Object.fromEntries(
        [...attributes.matchAll(/ ([a-z]+)="([^"]*)"/g)].map(([, key, value]) => [
          key,
          decode(value ?? ''),
        ]),
      ),
      text: '',
    });
    if (!empty) open.push({ name, text: '', index });
  }
  if (body.slice(end).trim() !== '' || open.length > 0)
    throw new Error(`no XML from ${JSON.stringify(body.slice(end, end + 80))}`);
  return elements;
}
