/**
 * Sorts and filters the table marked `data-sortable`. Without it the page is complete: it makes the
 * buttons and shows the filters it serves. Its hash is in the content security policy.
 */
export const pageScript = `
(() => {
  const table = document.querySelector('table[data-sortable]');
  if (!table) return;
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const form = document.querySelector('.filters');
  const keyOf = (row, column) => row.cells[column].dataset.sort ?? row.cells[column].textContent;
  const compare = (x, y) => x !== '' && y !== '' && !isNaN(x) && !isNaN(y) ? x - y : x < y ? -1 : x > y ? 1 : 0;
  [...table.tHead.rows[0].cells].forEach((head, column) => {
    if (!head.hasAttribute('data-by')) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener('click', () => {
      const first = head.dataset.by;
      const order = head.getAttribute('aria-sort') === first ? (first === 'ascending' ? 'descending' : 'ascending') : first;
      for (const other of table.tHead.rows[0].cells) other.removeAttribute('aria-sort');
      head.setAttribute('aria-sort', order);
      const sign = order === 'ascending' ? 1 : -1;
      const keyed = rows.map((row, i) => [keyOf(row, column), i, row]);
      keyed.sort((x, y) => sign * compare(x[0], y[0]) || x[1] - y[1]);
      body.append(...keyed.map(([, , row]) => row));
    });
  });
  if (!form) return;
  const apply = () => {
    const words = form.elements.words.value.toLowerCase().split(/\\s+/).filter(Boolean);
    const choices = [...form.querySelectorAll('select')].filter((choice) => choice.value !== '');
    let shown = 0;
    for (const row of rows) {
      const text = row.textContent.toLowerCase();
      row.hidden = !words.every((word) => text.includes(word)) || choices.some((choice) => row.dataset[choice.name] !== choice.value);
      if (!row.hidden) shown++;
    }
    form.querySelector('output').textContent = shown + ' of ' + rows.length + ' shown';
  };
  form.addEventListener('input', apply);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.hidden = false;
  apply();
})();
`;
