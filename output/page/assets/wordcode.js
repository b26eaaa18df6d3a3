/* Texts from the numbers of their words, as output/page/wordcode.py writes them. */
dateline.wordcode = (() => {
  "use strict";

  const END = 0, MISSING = 1, ONE = 128, TWO = 64 << 8;

  /** Returns a function that gives one text after another from `count` numbers in planes of bytes. */
  function reader({ list, gaps }, bytes, count) {
    let first = 0, second = count, third = count, fourth;
    for (let i = 0; i < count; i++) if (bytes[i] >= 128) third++;
    fourth = third;
    for (let i = 0; i < count; i++) if (bytes[i] >= 192) fourth++;
    function number() {
      const byte = bytes[first++];
      if (byte < 128) return byte;
      if (byte < 192) return ONE + ((byte & 63) << 8) + bytes[second++];
      return ONE + TWO + ((byte & 63) << 24) + bytes[second++] + (bytes[third++] << 8) + (bytes[fourth++] << 16);
    }
    return () => {
      let text = "", afterWord = false;
      for (let n = number(); n !== END; n = number()) {
        if (n === MISSING) { number(); return null; }
        const word = !gaps.has(n);
        if (word && afterWord) text += " ";
        text += list[n];
        afterWord = word;
      }
      return text;
    };
  }

  return { reader };
})();
