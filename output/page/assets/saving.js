/* Hands a reader a file that the page has made, without any server. */
dateline.saving = (() => {
  "use strict";

  /** Lets the browser save text or pieces of text under a name. */
  function save(name, type, parts) {
    const address = URL.createObjectURL(new Blob([].concat(parts), { type }));
    const link = document.createElement("a");
    link.href = address;
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 60000);
  }

  return { save };
})();
