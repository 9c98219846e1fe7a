const longWord = `Donau${'dampfschifffahrts'.repeat(12)}gesellschaft`;
const markup = `<script>alert("1")</script><img src=x onerror=alert(2)> & "quoted" 'single' </title></style></svg>`;
const backwards = '\u202Egnorw\u202C \u2067\u05D0\u05D1\u05D2';
const control = 'bell\u0007 escape\u001B[31m null\u0000';

/** Everything that must come out as text: markup, quotes, writing directions, controls, long words. */
export const hostileWords = [markup, backwards, control, longWord] as const;

const title = (i: number) => `${hostileWords[i % hostileWords.length] ?? ''} ${i}`;

const stances = ['strongly-support', 'support', 'neutral', 'oppose', 'strongly-oppose'];

/** A catalog whose every text is hostile; JSON is YAML. */
export const hostileCatalog = JSON.stringify({
  catalog: 'hostile',
  title: markup,
  version: '1.0.0',
  sources: {
    one: {
      title: title(0),
      author: title(1),
      publisher: title(3),
      date: '2020',
      url: 'https://example.org/?a="<b>&c=1',
    },
    two: { title: title(2), note: title(0) },
  },
  topics: { a: title(0), b: title(3) },
  issues: Array.from({ length: 12 }, (_, i) => ({
    id: `issue-${i}`,
    title: title(i),
    question: title(i + 1),
    topic: i % 2 === 0 ? 'a' : 'b',
    date: `${2010 + (i % 4)}-01-0${1 + (i % 9)}`,
    scale: 'stance5',
    positions: {
      china: { stance: stances[i % 5], note: title(i), sources: ['one'] },
      russia: { stance: stances[(i * 2) % 5], salience: 'high', sources: ['two', 'one'] },
      usa: { stance: stances[4 - (i % 5)], sources: ['two'] },
    },
  })),
  interactions: Array.from({ length: 4 }, (_, i) => ({
    id: `event-${i}`,
    title: title(i),
    date: `201${i}-05`,
    between: ['china', 'russia'],
    cameo: i % 2 === 0 ? '062' : '112',
    note: title(i),
    sources: ['one'],
  })),
});
