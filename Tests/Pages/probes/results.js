// How many results the search shows, and which is chosen, once they have not changed for a while.
async (done) => {
  const options = () => [...document.querySelectorAll("dialog.search [role=option]")];
  const state = () => options().map((option) => option.href + option.ariaSelected).join();
  let [last, calm] = ["", 0];
  for (let turn = 0; turn < 200 && (calm < 10 || !last); turn++) {
    await new Promise((later) => setTimeout(later, 20));
    calm = state() === last ? calm + 1 : 0;
    last = state();
  }
  const all = options();
  done({ count: all.length, chosen: all.findIndex((option) => option.ariaSelected === "true") });
}
