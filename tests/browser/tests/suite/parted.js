// The words that stand on two lines without a hyphen, as where a column leaves them the room of a letter.
const parted = [];
const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
const range = document.createRange();
for (let text = texts.nextNode(); text; text = texts.nextNode()) {
  const around = text.parentElement;
  if (around.closest("textarea, select, svg, .unseen") || getComputedStyle(around).hyphens === "auto") continue;
  if (!reachable(around) || !around.checkVisibility({ visibilityProperty: true })) continue;
  for (const { 0: word, index } of text.data.matchAll(/[\p{L}\p{N}]{2,24}/gu)) {
    range.setStart(text, index);
    range.setEnd(text, index + word.length);
    const lines = new Set([...range.getClientRects()].map(({ bottom }) => Math.round(bottom)));
    if (lines.size > 1) parted.push(`${word} is parted in ${around.className || around.tagName}`);
  }
}
return [...new Set(parted)];
