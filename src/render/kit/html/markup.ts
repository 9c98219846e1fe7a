/** HTML that is safe to put on a page as it is. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toString(): string {
    return this.text;
  }
}

export type Child = Markup | string | number | null | undefined | false | readonly Child[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for content and quoted attributes. What no document may hold is gone from results already. */
export function escapeText(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? '');
}

function toText(child: Child): string {
  if (child === null || child === undefined || child === false) return '';
  if (child instanceof Markup) return child.text;
  if (typeof child === 'object') return child.map(toText).join('');
  return escapeText(String(child));
}

/** A template whose values are escaped unless they are markup; lists are joined, nothing stays nothing. */
export function markup(strings: TemplateStringsArray, ...children: readonly Child[]): Markup {
  return new Markup(strings.reduce((text, part, i) => text + toText(children[i - 1]) + part));
}

/** Text from a catalog, kept apart from what stands around it whichever way it is written. */
export function isolated(text: string): Markup {
  return markup`<bdi>${text}</bdi>`;
}
